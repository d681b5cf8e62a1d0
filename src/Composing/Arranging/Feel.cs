using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The performance: swing shared by all, a push or drag for each instrument, and a small drift around it (4 to 8 ms, lag-1
/// autocorrelation about .5, as human players have).
/// </summary>
internal sealed class Feel
{
    // Drums have twice the dynamics of other instruments, and follow a mood further.
    // The drums' own memories (.3 to .6 by Groove MIDI) are those of single drums; of all strokes together it is the body's.
    private const double DrumWeight = 1.6;
    private const double BodyMemory = 0.74;
    private readonly Direction _direction;
    private readonly TimeMap _map;
    private readonly Swing _swing;
    private readonly RandomStream _random;

    public Feel(Direction direction, FormPlan form)
    {
        _direction = direction;
        _map = new TimeMap(form.Tempos);
        _swing = Swing.Of(direction.Style);
        _random = new RandomStream(direction.Brief.Seed, "feel");
    }

    /// <summary>A sung note in swing; voices drift by themselves.</summary>
    public VocalNote Play(VocalNote note)
    {
        var start = _swing.Play(note.Tick);
        return note with { Tick = start, Length = Math.Max(60, _swing.Play(note.Tick + note.Length) - start) };
    }

    /// <summary>A part's notes as a player plays them, in their order.</summary>
    public IEnumerable<Note> Play(string part, double pushMs, double spreadMs, IEnumerable<Note> notes)
    {
        var random = _random.Child(part);
        var drift = 0.0;
        var last = -1;
        foreach (var note in notes)
        {
            // The strings of a strum and the notes of an ornament are one movement.
            if (note.Tick / Ticks.PerSixteenth != last)
            {
                drift = 0.5 * drift + spreadMs * 0.866 * random.NextNormal();
                last = note.Tick / Ticks.PerSixteenth;
            }

            var start = _swing.Play(note.Tick);
            var end = _swing.Play(note.Tick + note.Length);
            var moved = Math.Max(0, (int)Math.Round(_map.TickAt(_map.SecondsAt(start) + (pushMs + drift) / 1000)));
            var velocity = note.Velocity + _direction.Effect.Velocity + 3.5 * random.NextNormal();
            yield return new Note(
                moved,
                Math.Max(30, end - start),
                note.Key,
                Math.Clamp((int)Math.Round(velocity), 1, 127)
            );
        }
    }

    /// <summary>The drummer's strokes: each instrument early or late by its place in the bar, scatter and force by the drummer's habits.</summary>
    public IEnumerable<Note> PlayDrums(DrumTouches touches, IEnumerable<Note> strokes)
    {
        var (body, hand) = (_random.Child("body"), _random.Child("hand"));
        var (drift, last) = (0.0, -1);
        foreach (var stroke in strokes)
        {
            if (stroke.Tick != last)
            {
                drift = BodyMemory * drift + Math.Sqrt(1 - BodyMemory * BodyMemory) * body.NextNormal();
                last = stroke.Tick;
            }

            // One body plays all drums: most of the drift is common to them.
            var off = Math.Clamp(0.93 * drift + 0.37 * hand.NextNormal(), -2.2, 2.2);
            var late = touches.SpreadMs(stroke.Key) * off + touches.LateMs(stroke.Key, stroke.Tick);
            var start = _swing.Play(stroke.Tick);
            var moved = Math.Max(0, (int)Math.Round(_map.TickAt(_map.SecondsAt(start) + late / 1000)));
            var force = 1 + touches.Varies(stroke.Key) * hand.NextNormal();
            var velocity = (stroke.Velocity + DrumWeight * _direction.Effect.Velocity) * Math.Clamp(force, 0.5, 1.5);
            yield return stroke with
            {
                Tick = moved,
                Length = Math.Max(30, _swing.Play(stroke.Tick + stroke.Length) - start),
                Velocity = Math.Clamp((int)Math.Round(velocity), 1, 127),
            };
        }
    }
}

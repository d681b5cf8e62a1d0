using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Strings that are pushed or slid into their note: pitch bend from one or two semitones below, over 60 to 120 ms. Lead guitars come so
/// into long notes after a rest, basses into the first note of a section.
/// </summary>
internal sealed class Bends(Clock clock, RandomStream random)
{
    private const double LeadChance = 0.45;
    private const double BassChance = 0.4;
    private const double LongMs = 380;
    private const double RestMs = 80;
    private const double BassRestMs = 40;
    private const int Points = 8;

    /// <summary>The bends of a line.</summary>
    /// <param name="part">Who plays.</param>
    /// <param name="line">Its strokes in rising played time; a bass lets the note before go early.</param>
    /// <param name="starts">Written ticks where sections begin.</param>
    /// <param name="tied">Indices of strokes that are tied to the one before.</param>
    public IEnumerable<Control> On(PartSheet part, List<Stroke> line, IReadOnlySet<int> starts, IReadOnlySet<int> tied)
    {
        var bass = part.Role == PartRole.Bass;
        if (
            !(bass ? Instruments.IsStringBass(part.Program) : Instruments.Bends(part.Program)) || part.Patch is not null
        )
        {
            return [];
        }

        var controls = new List<Control>();
        for (var i = 0; i < line.Count; i++)
        {
            var stroke = line[i];
            if (tied.Contains(i) || stroke.Manner != Manner.Plain || IsShort(stroke))
            {
                continue;
            }

            if (bass ? i > 0 && starts.Contains(stroke.Written.Tick) : i == 0 || Rests(line[i - 1], stroke))
            {
                var semitones = bass || random.Chance(0.6) ? 2 : 1;
                if (random.Chance(bass ? BassChance : LeadChance))
                {
                    LetGo(line, i);
                    controls.AddRange(Bend(stroke.Played.Tick, semitones));
                }
            }
        }

        return controls;
    }

    private bool IsShort(Stroke stroke) => clock.Milliseconds(stroke.Played.Tick, stroke.End) < LongMs;

    private bool Rests(Stroke before, Stroke stroke) => clock.Milliseconds(before.End, stroke.Played.Tick) >= RestMs;

    private void LetGo(List<Stroke> line, int index)
    {
        var latest = clock.After(line[index].Played.Tick, -BassRestMs);
        if (index > 0 && line[index - 1].End > latest)
        {
            line[index - 1] = line[index - 1].Until(latest);
        }
    }

    // Fast at first, slower as it nears the note.
    private IEnumerable<Control> Bend(int tick, int semitones)
    {
        var length = random.Next(60, 120);
        for (var i = 0; i <= Points; i++)
        {
            var left = 1 - (double)i / Points;
            var value = Controllers.Straight - (int)Math.Round(semitones * Controllers.Semitone * left * left);
            yield return new Control(
                clock.After(tick, length * i / Points),
                Controllers.Bend,
                Math.Clamp(value, 0, 16383)
            );
        }
    }
}

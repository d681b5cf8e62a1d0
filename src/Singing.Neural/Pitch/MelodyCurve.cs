using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// The pitch of a phrase as this house moves it: steps of the notes, begun shortly before the beat, through a damped second-order system
/// (the form of Saitou, Unoki and Akagi 2005), a scoop into phrases, vibrato on long notes, slow drift. Rap falls from syllable to
/// syllable instead.
/// </summary>
internal sealed class MelodyCurve
{
    private const double Anticipation = 0.045;
    private const double Damping = 0.8;
    private const double ScoopCents = 50;
    private const double VibratoCents = 32;
    private const double VibratoRate = 5.5;
    private const double ShortestVibrato = 0.45;
    private const double DriftCents = 4;
    private const double DriftSeconds = 0.3;
    private const double NewBreath = 0.15;
    private const double Substep = 0.0005;

    private readonly PhraseScore _phrase;
    private readonly NeuralColour _colour;
    private readonly ImmutableArray<SungNote> _notes;
    private readonly ModelFrame _frame;
    private readonly double _origin;
    private readonly double[] _cents;

    private MelodyCurve(PhraseScore phrase, NeuralColour colour, FramePlan plan)
    {
        (_phrase, _colour, _notes) = (phrase, colour, phrase.Notes);
        (_frame, _origin, _cents) = (plan.Frame, plan.Origin, new double[plan.Count]);
    }

    /// <summary>Draws the curve.</summary>
    /// <param name="phrase">The notes, and how freely they are sung.</param>
    /// <param name="colour">The singer's habits.</param>
    /// <param name="plan">The frames.</param>
    /// <param name="random">The take's chance.</param>
    /// <returns>MIDI pitch of each frame.</returns>
    public static double[] Draw(PhraseScore phrase, NeuralColour colour, FramePlan plan, RandomStream random)
    {
        var curve = new MelodyCurve(phrase, colour, plan);
        curve.Move();
        if (!phrase.Rap && !colour.IsHard)
        {
            curve.AddVibrato(random.Child("vibrato"));
            curve.AddDrift(random.Child("drift"));
        }

        return Array.ConvertAll(curve._cents, cents => cents / 100);
    }

    private double TimeOf(int t) => _origin + t * _frame.Seconds;

    private void Move()
    {
        var steps = Math.Max(1, (int)Math.Ceiling(_frame.Seconds / Substep));
        var step = _frame.Seconds / steps;
        var omega = _phrase.Rap ? 36 : _colour.Glide;
        var scoop = _phrase.Rap ? 0 : ScoopCents * _colour.Scoop;
        var n = 0;
        var (y, v) = (0.0, 0.0);
        for (var t = 0; t < _cents.Length; t++)
        {
            var before = n;
            while (n + 1 < _notes.Length && TimeOf(t) >= _notes[n + 1].Start - Anticipation)
            {
                n++;
            }

            var isNew = n == 0 || _notes[n].Start - _notes[n - 1].End >= NewBreath;
            if (t == 0 || (n > before && isNew))
            {
                (y, v) = (100 * _notes[n].Pitch - (isNew ? scoop : 0), 0);
            }

            var target = 100 * _notes[n].Pitch + (_phrase.Rap ? Spoken(n, TimeOf(t)) : 0);
            var held = TimeOf(t) < _notes[n].Start - Anticipation;
            for (var i = 0; i < steps && !held; i++)
            {
                v += (omega * omega * (target - y) - 2 * Damping * omega * v) * step;
                y += v * step;
            }

            _cents[t] = y;
        }
    }

    private double Spoken(int n, double time)
    {
        var note = _notes[n];
        var within = Math.Clamp((time - note.Start) / Math.Max(0.12, note.End - note.Start), 0, 1);
        var through = (note.Start - _notes[0].Start) / Math.Max(0.5, _notes[^1].End - _notes[0].Start);
        return 120 - 320 * within - 150 * through;
    }

    private void AddVibrato(RandomStream random)
    {
        foreach (var note in _notes)
        {
            var length = note.End - note.Start;
            var rate = VibratoRate * (1 + 0.04 * random.NextNormal());
            var depth = VibratoCents * _phrase.Vibrato * _colour.Vibrato * random.Next(0.85, 1.15);
            if (random.Chance(0.12) || length < ShortestVibrato)
            {
                continue;
            }

            var onset = note.Start + Math.Min(0.25, 0.4 * length);
            depth = Math.Min(70, depth * Math.Min(1, length / 0.9));
            for (var t = Math.Max(0, (int)((onset - _origin) / _frame.Seconds)); t < _cents.Length; t++)
            {
                var since = TimeOf(t) - onset;
                var fade = Math.Clamp(since / 0.25, 0, 1) * Math.Clamp((note.End - 0.03 - TimeOf(t)) / 0.1, 0, 1);
                if (TimeOf(t) > note.End)
                {
                    break;
                }

                _cents[t] += depth * fade * DeterministicMath.Sin(2 * Math.PI * rate * Math.Max(0, since));
            }
        }
    }

    private void AddDrift(RandomStream random)
    {
        var pole = DeterministicMath.Exp(-_frame.Seconds / DriftSeconds);
        var drive = Math.Sqrt(1 - pole * pole);
        var drift = random.NextNormal();
        for (var t = 0; t < _cents.Length; t++)
        {
            drift = pole * drift + drive * random.NextNormal();
            _cents[t] += DriftCents * drift;
        }
    }
}

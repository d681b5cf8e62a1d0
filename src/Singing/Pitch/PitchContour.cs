using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// The pitch of a phrase every frame: note steps through a second-order system (Saitou, Unoki and Akagi 2005 for its form; damped more to
/// stay in tune), scoops, vibrato after an onset time, slow drift and fine jitter. Rap speaks falling contours around the notes.
/// </summary>
internal sealed class PitchContour
{
    private const double Anticipation = 0.045;
    private const double Damping = 0.78;
    private const double ScoopDepth = 60;
    private const double VibratoDepth = 35;
    private const double VibratoRate = 5.5;
    private const double ShortestVibrato = 0.45;
    private const double DriftDepth = 5;
    private const double JitterDepth = 2;
    private const double NewPhraseGap = 0.15;
    private const int Substeps = 10;

    private readonly ImmutableArray<SungNote> _notes;
    private readonly double _origin;
    private readonly double _frame;
    private readonly double[] _cents;

    private PitchContour(ImmutableArray<SungNote> notes, double origin, double frame, int length)
    {
        _notes = notes;
        _origin = origin;
        _frame = frame;
        _cents = new double[length];
        Hertz = new double[length];
        Vibrato = new double[length];
    }

    /// <summary>Fundamental frequency by frame, in Hz.</summary>
    public double[] Hertz { get; }

    /// <summary>Where the vibrato stands by frame: -1 to 1 at full depth.</summary>
    public double[] Vibrato { get; }

    /// <summary>Draws the contour.</summary>
    /// <param name="phrase">The notes, and how freely they are sung.</param>
    /// <param name="colour">The singer's habits.</param>
    /// <param name="origin">Song time of frame 0 in seconds.</param>
    /// <param name="frame">Seconds a frame.</param>
    /// <param name="length">Frames.</param>
    /// <param name="random">The take's chance.</param>
    /// <param name="detune">Cents added to all.</param>
    public static PitchContour Draw(
        PhraseScore phrase,
        VoiceColour colour,
        double origin,
        double frame,
        int length,
        RandomStream random,
        double detune
    )
    {
        var contour = new PitchContour(phrase.Notes, origin, frame, length);
        contour.Move(phrase.Rap ? contour.SpokenTargets(phrase) : contour.SungTargets(), phrase, colour);
        if (!phrase.Rap && !colour.Robotic)
        {
            contour.AddVibrato(phrase, colour, random.Child("vibrato"));
            contour.FallOff(phrase, random.Child("fall"));
        }

        contour.AddUnrest(random.Child("drift"), colour.Robotic ? 0.2 : 1);
        for (var t = 0; t < length; t++)
        {
            contour.Hertz[t] = 440 * DeterministicMath.Exp2((contour._cents[t] + detune - 6900) / 1200);
        }

        return contour;
    }

    private double TimeOf(int t) => _origin + t * _frame;

    private double[] SungTargets()
    {
        var targets = new double[_cents.Length];
        var n = 0;
        for (var t = 0; t < targets.Length; t++)
        {
            while (n + 1 < _notes.Length && TimeOf(t) >= _notes[n + 1].Start - Anticipation)
            {
                n++;
            }

            targets[t] = 100 * _notes[n].Pitch;
        }

        return targets;
    }

    // Stressed syllables start higher, every syllable falls, and so does the phrase.
    private double[] SpokenTargets(PhraseScore phrase)
    {
        var stresses = phrase.Words.SelectMany(w => w.Syllables.Select(s => w.IsContent && s.Stress > 0)).ToArray();
        var (first, last) = (_notes[0].Start, _notes[^1].End);
        var targets = SungTargets();
        var n = 0;
        for (var t = 0; t < targets.Length; t++)
        {
            var time = TimeOf(t);
            while (n + 1 < _notes.Length && time >= _notes[n + 1].Start - Anticipation)
            {
                n++;
            }

            var within = Math.Clamp((time - _notes[n].Start) / Math.Max(0.12, _notes[n].End - _notes[n].Start), 0, 1);
            var through = Math.Clamp((time - first) / Math.Max(0.5, last - first), 0, 1);
            targets[t] += (stresses[_notes[n].Syllable] ? 220 : 20) - 340 * within - 150 * through;
        }

        return targets;
    }

    private void Move(double[] targets, PhraseScore phrase, VoiceColour colour)
    {
        var scoop = phrase.Rap ? 0 : ScoopDepth * colour.Scoop;
        var omega = phrase.Rap ? 36 : colour.Glide;
        var step = _frame / Substeps;
        var (y, v) = (targets[0] - scoop, 0.0);
        for (var t = 0; t < targets.Length; t++)
        {
            if (StartsAfterRest(t))
            {
                (y, v) = (targets[t] - scoop, 0);
            }

            for (var i = 0; i < Substeps; i++)
            {
                v += (omega * omega * (targets[t] - y) - 2 * Damping * omega * v) * step;
                y += v * step;
            }

            _cents[t] = y;
        }
    }

    // Held at the scoop until just before the vowel, at the start and after every rest.
    private bool StartsAfterRest(int t)
    {
        var time = TimeOf(t);
        for (var n = 0; n < _notes.Length; n++)
        {
            var from = n == 0 ? double.NegativeInfinity : _notes[n - 1].End + NewPhraseGap / 2;
            if (
                (n == 0 || _notes[n].Start - _notes[n - 1].End >= NewPhraseGap)
                && time >= from
                && time < _notes[n].Start - 0.06
            )
            {
                return true;
            }
        }

        return false;
    }

    private void AddVibrato(PhraseScore phrase, VoiceColour colour, RandomStream random)
    {
        foreach (var note in _notes)
        {
            var length = note.End - note.Start;
            var rate = VibratoRate * (1 + 0.04 * random.NextNormal());
            var manner = random.NextUnit();
            var depth =
                VibratoDepth * phrase.Vibrato * colour.Vibrato * (0.7 + 0.5 * phrase.Effort) * random.Next(0.85, 1.15);
            if (length < ShortestVibrato || manner < 0.12)
            {
                continue;
            }

            // One note in six blooms late.
            var onset = note.Start + (manner < 0.28 ? Math.Min(0.55, 0.55 * length) : Math.Min(0.25, 0.4 * length));
            depth = Math.Min(75, depth * Math.Min(1, length / 0.9));
            var first = Math.Max(0, (int)((onset - _origin) / _frame));
            for (var t = first; t < _cents.Length && TimeOf(t) < note.End; t++)
            {
                var since = Math.Max(0, TimeOf(t) - onset);
                var fade = Math.Clamp(since / 0.25, 0, 1) * Math.Clamp((note.End - 0.03 - TimeOf(t)) / 0.1, 0, 1);
                var swing = fade * DeterministicMath.Sin(2 * Math.PI * rate * since);
                _cents[t] += depth * swing;
                Vibrato[t] = swing * depth / VibratoDepth;
            }
        }
    }

    // Now and then a relaxed phrase lets its last note fall.
    private void FallOff(PhraseScore phrase, RandomStream random)
    {
        var last = _notes[^1];
        var falls = random.Chance(0.25 * (1 - phrase.Effort)) && last.End - last.Start > 0.5;
        var from = last.End - 0.12;
        for (var t = 0; falls && t < _cents.Length; t++)
        {
            var share = Math.Clamp((TimeOf(t) - from) / 0.2, 0, 1);
            _cents[t] -= 180 * share * share;
        }
    }

    private void AddUnrest(RandomStream random, double amount)
    {
        // One-pole noises scaled to unit deviation: sqrt(1 - pole squared) over the drive's deviation of 1.
        var (drift, jitter) = (random.NextNormal(), 0.0);
        for (var t = 0; t < _cents.Length; t++)
        {
            drift = 0.985 * drift + 0.17255 * random.NextNormal();
            jitter = 0.6 * jitter + 0.8 * random.NextNormal();
            _cents[t] += amount * (DriftDepth * drift + JitterDepth * jitter);
        }
    }
}

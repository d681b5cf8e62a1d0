using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// The pitch of a phrase every frame: note steps through a second-order system (Saitou, Unoki and Akagi 2005 for its form; damped more to
/// stay in tune), ornaments, vibrato, slow drift and fine jitter. Rap speaks falling contours around the notes.
/// </summary>
internal sealed class PitchContour
{
    private const double Anticipation = 0.045;
    private const double VocoderDelay = 0.01;
    private const double SpokenGlide = 36;
    private const double Damping = 0.78;
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
        var ornament = Ornament.Draw(phrase, colour, NewPhraseGap, random.Child("ornament"));
        var targets = phrase.Rap
            ? contour.SpokenTargets(phrase)
            : contour.SungTargets(colour.IsVocoded ? VocoderDelay : Anticipation);
        contour.Move(targets, phrase.Rap ? SpokenGlide : colour.Glide, ornament);
        if (!phrase.Rap && !colour.IsVocoded)
        {
            contour.AddVibrato(phrase, colour, random.Child("vibrato"));
            contour.AddEnding(ornament);
        }

        contour.AddUnrest(random.Child("drift"), colour.IsVocoded ? 0.1 : 1);
        for (var t = 0; t < length; t++)
        {
            contour.Hertz[t] = 440 * DeterministicMath.Exp2((contour._cents[t] + detune - 6900) / 1200);
        }

        return contour;
    }

    private double TimeOf(int t) => _origin + t * _frame;

    private double[] SungTargets(double anticipation)
    {
        var targets = new double[_cents.Length];
        var n = 0;
        for (var t = 0; t < targets.Length; t++)
        {
            while (n + 1 < _notes.Length && TimeOf(t) >= _notes[n + 1].Start - anticipation)
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
        var targets = SungTargets(Anticipation);
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

    private void Move(double[] targets, double omega, Ornament ornament)
    {
        var step = _frame / Substeps;
        var (y, v) = (targets[0] - ornament.Scoop[0], 0.0);
        var n = 0;
        for (var t = 0; t < targets.Length; t++)
        {
            while (n + 1 < _notes.Length && TimeOf(t) >= _notes[n + 1].Start - Anticipation)
            {
                n++;
            }

            if (BreathBefore(t) is { } first)
            {
                (y, v) = (targets[t] - ornament.Scoop[first], 0);
            }

            var target = targets[t] + ornament.LeanAt(n, TimeOf(t) - (_notes[n].Start - Anticipation));
            for (var i = 0; i < Substeps; i++)
            {
                v += (omega * omega * (target - y) - 2 * Damping * omega * v) * step;
                y += v * step;
            }

            _cents[t] = y;
        }
    }

    // The note that a breath leads to: the voice is held at its scoop until just before the vowel.
    private int? BreathBefore(int t)
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
                return n;
            }
        }

        return null;
    }

    private void AddVibrato(PhraseScore phrase, VoiceColour colour, RandomStream random)
    {
        for (var n = 0; n < _notes.Length; n++)
        {
            var vibrato = NoteVibrato.Draw(_notes[n], phrase, colour, random.Child($"note {n}"));
            var first = Math.Max(0, (int)((_notes[n].Start - _origin) / _frame));
            for (var t = first; t < _cents.Length && TimeOf(t) < _notes[n].End; t++)
            {
                var cents = vibrato.CentsAt(TimeOf(t));
                _cents[t] += cents;
                Vibrato[t] = NoteVibrato.Relative(cents);
            }
        }
    }

    private void AddEnding(Ornament ornament)
    {
        for (var t = 0; ornament.Ending != 0 && t < _cents.Length; t++)
        {
            _cents[t] += ornament.EndingAt(TimeOf(t) - _notes[^1].End);
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

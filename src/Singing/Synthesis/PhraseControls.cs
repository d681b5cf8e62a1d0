using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>Turns plan, pitch and score into the vocoder's controls: voicing, gain, tilt, the breath before and the release after.</summary>
internal sealed class PhraseControls
{
    /// <summary>Seconds of the plan before the first phone.</summary>
    public const double Lead = 0.42;

    /// <summary>Seconds of the plan after the last phone.</summary>
    public const double Tail = 0.3;

    private const double BreathLength = 0.32;
    private const double BreathLevel = -30;
    private const double MostBreath = 3;
    private const double ReleaseLength = 0.14;
    private const double ReleaseInside = 0.05;
    private const double ReleaseDepth = 48;
    private const double Tremor = 1.2;
    private const double VoicelessGain = 1.5;
    private const double WeightGain = 1;
    private const double WeightTilt = 0.4;
    private const double Edge = 12;

    private readonly PhraseScore _phrase;
    private readonly VoiceColour _colour;
    private readonly IReadOnlyList<PlannedPhone> _plan;
    private readonly SpectralTrack _track;
    private readonly PitchContour _pitch;
    private readonly double _frame;
    private readonly double[] _weights;
    private readonly ControlTrack _controls;

    private PhraseControls(
        PhraseScore phrase,
        VoiceColour colour,
        IReadOnlyList<PlannedPhone> plan,
        SpectralTrack track,
        PitchContour pitch,
        double frame
    )
    {
        (_phrase, _colour, _plan, _track, _pitch, _frame) = (phrase, colour, plan, track, pitch, frame);
        _weights = Weights(phrase);
        _controls = new ControlTrack(track.Voiced.Length) { Hertz = pitch.Hertz };
    }

    /// <summary>Builds the controls. The track's silent frames beside the phrase are filled with breath and release.</summary>
    /// <param name="phrase">Effort, layer and notes.</param>
    /// <param name="colour">The singer.</param>
    /// <param name="plan">The phones.</param>
    /// <param name="track">Their cepstra, after all shaping.</param>
    /// <param name="pitch">Their pitch.</param>
    /// <param name="evening">Gains in dB that even out the vowels.</param>
    /// <param name="frame">Seconds a frame.</param>
    public static ControlTrack Build(
        PhraseScore phrase,
        VoiceColour colour,
        IReadOnlyList<PlannedPhone> plan,
        SpectralTrack track,
        PitchContour pitch,
        double[] evening,
        double frame
    )
    {
        var controls = new PhraseControls(phrase, colour, plan, track, pitch, frame);
        foreach (var phone in plan)
        {
            controls.Fill(phone, evening);
        }

        controls.Release();
        if (phrase.Layer == VoiceLayer.Lead)
        {
            controls.Breathe();
        }

        return controls._controls;
    }

    private void Fill(PlannedPhone phone, double[] evening)
    {
        var kind = phone.Phone.Class;
        var weight = phone.Phone.Syllable < 0 ? 0 : _weights[phone.Phone.Syllable];
        for (var t = phone.FirstFrame; t < phone.EndFrame; t++)
        {
            _controls.Class[t] = kind;
            _controls.Voiced[t] = _track.Voiced[t];
            if (kind == PhoneClass.Silence)
            {
                _controls.Gain[t] = PauseGain(phone, t);
                continue;
            }

            _controls.Gain[t] =
                evening[t]
                + WeightGain * weight
                + Tremor * _pitch.Vibrato[t]
                + (kind is PhoneClass.Fricative or PhoneClass.Stop ? VoicelessGain : 0);
            _controls.Tilt[t] = _colour.Tilt + Effort(_pitch.Hertz[t]) + WeightTilt * weight;
            _controls.FirstFormant[t] = Phones.FirstFormant(phone.Phone.Name) * _colour.Warp;
        }
    }

    // Stressed syllables of content words are sung with more weight, words that the lyrics lean on with most.
    private static double[] Weights(PhraseScore phrase) =>
        [
            .. phrase.Words.SelectMany(word =>
                word.Syllables.Select(syllable =>
                    syllable.Stress == 0 ? -0.5
                    : word.IsEmphasised ? 4.0
                    : word.IsContent ? 0.5
                    : 0
                )
            ),
        ];

    // More effort and higher pitch are brighter: at least 1 dB an octave over the range.
    private double Effort(double hertz)
    {
        var centre = _colour.Warp < 0.97 && hertz < 250 ? 165.0 : 330.0;
        return 3.0 * (_phrase.Effort - 0.6) + 1.2 * Math.Clamp(DeterministicMath.Log2(hertz / centre), -1, 1);
    }

    // Silence keeps the last moments of what came before and the first of what comes after, then is silent.
    private double PauseGain(PlannedPhone pause, int t)
    {
        var distance = Math.Min(
            pause.FirstFrame == 0 ? int.MaxValue : t - pause.FirstFrame,
            pause.EndFrame == _controls.Length ? int.MaxValue : pause.EndFrame - 1 - t
        );
        return distance < Edge ? -3.0 * distance : double.NegativeInfinity;
    }

    // A phrase that ends on a sonorant fades over its own last sound instead of into the model's silence.
    private void Release()
    {
        var last = _plan[^2];
        if (last.Phone.Class is not (PhoneClass.Vowel or PhoneClass.Diphthong or PhoneClass.Glide or PhoneClass.Nasal))
        {
            return;
        }

        var from = Math.Max(last.FirstFrame, last.EndFrame - (int)(ReleaseInside / _frame));
        var length = (int)((ReleaseInside + ReleaseLength) / _frame);
        var held = Math.Max(last.FirstFrame, last.EndFrame - 3);
        for (var i = 0; i < length && from + i < _controls.Length; i++)
        {
            var t = from + i;
            if (t >= last.EndFrame)
            {
                _track.Frame(held).CopyTo(_track.Frame(t));
                _controls.Gain[t] = _controls.Gain[held];
                _controls.Tilt[t] = _controls.Tilt[held];
                _controls.Class[t] = last.Phone.Class;
                _controls.Voiced[t] = true;
                _controls.FirstFormant[t] = _controls.FirstFormant[held];
            }
        }

        for (var i = length - 1; i >= 0; i--)
        {
            var t = from + i;
            if (t < _controls.Length)
            {
                var share = (double)i / length;
                _controls.Gain[t] -= ReleaseDepth * share * share;
            }
        }
    }

    // An inhalation: noise through a flattened image of the first vowel.
    private void Breathe()
    {
        var vowel = _plan.First(p => p.Phone.IsVowel);
        var shape = _track.Frame((vowel.FirstFrame + vowel.EndFrame) / 2).ToArray();
        for (var m = 1; m < shape.Length; m++)
        {
            shape[m] *= m == 1 ? 0.25f : 0.55f;
        }

        var frames = (int)(BreathLength / _frame);
        var end = _plan[0].EndFrame - 6;
        var level = BreathLevel + 6 * (_phrase.Effort - 0.5) + 3 * (Math.Min(_colour.Breath, MostBreath) - 1);
        for (var i = 0; i < frames && end - frames + i >= 0; i++)
        {
            var t = end - frames + i;
            var share = (i + 0.5) / frames;
            var envelope = share < 0.75 ? -18 * (0.75 - share) : -110 * (share - 0.75);
            shape.CopyTo(_track.Frame(t));
            _controls.Voiced[t] = false;
            _controls.Class[t] = PhoneClass.Fricative;
            _controls.Tilt[t] = 0;
            _controls.Gain[t] = level + envelope;
        }
    }
}

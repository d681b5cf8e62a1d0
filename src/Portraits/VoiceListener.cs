using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>
/// Listens to a clip of one voice, alone or separated from its song, and describes it. No instance holds state: one serves many threads,
/// and the same clip gives the same portrait.
/// </summary>
public sealed class VoiceListener
{
    /// <summary>Seconds of voiced sound that a portrait needs.</summary>
    public const double LeastSeconds = 2;

    // Outside these an envelope moves otherwise than a voice's. Fit: bowed, blown and struck instruments lie at 0 to .5, voices above .6.
    // Movement in dB: steady or merely decaying tones at 2 to 3.5, chords at 8 to 14, voices at 5 to 7.
    private const double LeastFit = 0.45;
    private const double LeastMovement = 3.6;
    private const double MostMovement = 9.5;
    private const double LowestShare = 0.03;

    private readonly VowelBook _book;

    /// <summary>Makes a listener.</summary>
    public VoiceListener()
        : this(PortraitData.Vowels()) { }

    internal VoiceListener(VowelBook book) => _book = book;

    /// <summary>Listens; finds the pitch itself.</summary>
    /// <param name="voice">The voice, any rate.</param>
    /// <exception cref="NoVoiceException">There is no voice in it, or too little.</exception>
    public VoicePortrait Listen(AudioBuffer voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var samples = Mono(voice);
        return Describe(samples, VoicedSound.Of(samples));
    }

    /// <summary>Listens where the pitch is known.</summary>
    /// <param name="voice">The voice, any rate.</param>
    /// <param name="melody">The voice's tune as analysis found it, from the clip's start.</param>
    /// <exception cref="NoVoiceException">There is no voice in it, or too little.</exception>
    public VoicePortrait Listen(AudioBuffer voice, MelodyFacts melody)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(melody);
        var samples = Mono(voice);
        return Describe(samples, VoicedSound.Of(melody.Hz, melody.FramesPerSecond, voice.Seconds));
    }

    /// <summary>The envelopes of a clip's sung frames, as the vowel book is made of.</summary>
    internal static VoiceSpectra Spectra(AudioBuffer voice)
    {
        var samples = Mono(voice);
        return VoiceSpectra.Of(samples, VoicedSound.Of(samples));
    }

    private VoicePortrait Describe(float[] samples, VoicedSound voiced)
    {
        var seconds = voiced.Count / (double)VoicedSound.FramesPerSecond;
        if (seconds < LeastSeconds)
        {
            throw new NoVoiceException(
                FormattableString.Invariant(
                    $"The clip has {seconds:0.0} s of a singing voice; {LeastSeconds:0} s are needed."
                )
            );
        }

        var spectra = VoiceSpectra.Of(samples, voiced);
        var (scale, fit) = _book.Listen(spectra.Frames);
        if (fit < LeastFit || VowelBook.Movement(spectra.Frames) is < LeastMovement or > MostMovement)
        {
            throw new NoVoiceException("The clip has a pitch, but its sound does not move as a singing voice does.");
        }

        var (rate, depth) = VibratoMeter.Listen(voiced.Keys);
        var keys = voiced.Keys.Where(key => key > 0).Order().ToArray();
        var sure = seconds / (seconds + 4);
        Measure Key(double share) => new(keys[(int)(share * (keys.Length - 1))], sure);
        return new VoicePortrait
        {
            VoicedSeconds = seconds,
            LowestKey = Key(LowestShare),
            MedianKey = Key(0.5),
            HighestKey = Key(1 - LowestShare),
            VibratoRate = rate,
            VibratoDepth = depth,
            FormantScale = new Measure(scale, sure * Math.Clamp(fit, 0, 1)),
            Tilt = new Measure(spectra.Tilt(), sure),
            HarmonicsToNoise = new Measure(spectra.HarmonicsToNoise, sure),
            Brightness = new Measure(EnvelopeGrid.Mean(spectra.Mean, 4000, 9000), sure),
            Envelope = [.. EnvelopeGrid.ToBands(spectra.Mean)],
        };
    }

    private static float[] Mono(AudioBuffer voice)
    {
        var mono = new float[voice.Length];
        for (var i = 0; i < mono.Length; i++)
        {
            mono[i] = 0.5f * (voice.Left[i] + voice.Right[i]);
            if (!float.IsFinite(mono[i]))
            {
                throw new NoVoiceException($"Sample {i} of the clip is no number.");
            }
        }

        return voice.Rate == SampleRate.House ? mono : Resampler.Convert(mono, voice.Rate, SampleRate.House);
    }
}

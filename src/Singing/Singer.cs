using System.Collections.Concurrent;
using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// Sings phrases with a statistical voice: score durations, maximum-likelihood spectra, a singer's pitch, and a pulse-and-noise vocoder
/// (the plan of statistical singing synthesis: Saino et al. 2006). One instance may serve many threads; the same arguments give the
/// same bytes.
/// </summary>
public sealed class Singer : ISinger
{
    // So many tables of warped envelopes to a factor of one at most.
    private const double WarpSteps = 200;
    private const double LeadLevel = -20;
    private const double EffortLevel = 5;
    private const double UsualEffort = 0.6;
    private const double Rumble = 70;
    private const double CepstralDrift = 0.012;
    private const double VowelEvening = 0.5;

    private readonly HtsVoice _voice;
    private readonly RateConverter _converter;
    private readonly ConcurrentDictionary<double, Lazy<EnvelopeTable>> _tables = [];

    /// <summary>Makes a singer of a loaded voice.</summary>
    public Singer(HtsVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        _voice = voice;
        _converter = new RateConverter(voice.SampleRate, SampleRate.House);
    }

    private double Frame => (double)_voice.FramePeriod / _voice.SampleRate;

    /// <inheritdoc/>
    public string Fingerprint => $"{_voice.Fingerprint}/{typeof(Singer).Module.ModuleVersionId}";

    /// <inheritdoc/>
    public SungPhrase Sing(PhraseScore phrase, VoiceSpec voice, long seed)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (phrase.Words.IsDefaultOrEmpty || phrase.Notes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A phrase needs words and notes.", nameof(phrase));
        }

        var random = new RandomStream(seed, $"voice/{phrase.Layer}/{phrase.Line}");
        var take = Take.Draw(phrase, random.Child("take"));
        var colour = VoiceColours.Of(voice);
        colour = EffortShade.At(colour, phrase.Effort) with
        {
            Warp = Math.Round(colour.Warp * take.Warp * WarpSteps) / WarpSteps,
        };
        var (plan, origin) = ScoreTiming.Plan(_voice, take.Phrase, PhraseControls.Lead, PhraseControls.Tail);
        origin = Math.Floor(origin * SampleRate.House) / SampleRate.House;
        var samples = Render(take, colour, plan, origin, random);
        VoiceLevel.Set(samples, SampleRate.House, LeadLevel + EffortLevel * (phrase.Effort - UsualEffort));
        return new SungPhrase(origin, samples, PhoneTimes(plan, origin), WordTimes(phrase, plan, origin));
    }

    private float[] Render(Take take, VoiceColour colour, List<PlannedPhone> plan, double origin, RandomStream random)
    {
        var track = SpectralTrack.Generate(_voice, plan);
        var shaper = new CepstrumShaper(track.Order, _voice.Alpha);
        var energies = shaper.Sharpen(track, colour.Sharpness);
        var evening = CepstrumShaper.EvenVowels(energies, plan, VowelEvening);
        CepstrumShaper.Drift(track, random.Child("drift"), CepstralDrift, Frame);
        var pitch = PitchContour.Draw(
            take.Phrase,
            colour,
            origin,
            Frame,
            track.Voiced.Length,
            random.Child("pitch"),
            take.Detune
        );
        var controls = PhraseControls.Build(take.Phrase, colour, plan, track, pitch, evening, Frame);
        var table = _tables
            .GetOrAdd(
                colour.Warp,
                warp => new Lazy<EnvelopeTable>(() =>
                    new EnvelopeTable(track.Order, _voice.Alpha, Vocoder.BinCount, warp)
                )
            )
            .Value;
        var vocoder = new Vocoder(_voice, colour, table);
        var samples = _converter.Convert(vocoder.Render(track, controls, random.Child("noise")));
        BandExtension.Add(
            samples,
            SampleRate.House,
            vocoder.TopBand,
            Frame,
            _voice.SampleRate / 2.0,
            random.Child("top")
        );
        Finish(samples, colour.Drive);
        return samples;
    }

    // Rumble off, then saturation against the phrase's own peak.
    private static void Finish(Span<float> samples, double drive)
    {
        SectionRun.Filter(samples, samples, Biquad.HighPass(Rumble, 0.7071, SampleRate.House));
        if (drive <= 0)
        {
            return;
        }

        var peak = 1e-9f;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        FrameMath.Saturate(samples, (float)((0.5 + 3 * drive) / peak));
    }

    private ImmutableArray<PhoneTiming> PhoneTimes(List<PlannedPhone> plan, double origin) =>
        [
            .. plan.Where(p => p.Phone.Syllable >= 0)
                .Select(p => new PhoneTiming(
                    p.Phone.Name,
                    origin + p.FirstFrame * Frame,
                    origin + p.EndFrame * Frame,
                    p.Phone.Syllable
                )),
        ];

    private ImmutableArray<WordTiming> WordTimes(PhraseScore phrase, List<PlannedPhone> plan, double origin)
    {
        var words = ImmutableArray.CreateBuilder<WordTiming>();
        for (var w = 0; w < phrase.Words.Length; w++)
        {
            var first = plan.First(p => p.Phone.Word == w).FirstFrame;
            var end = plan.Last(p => p.Phone.Word == w).EndFrame;
            words.Add(new WordTiming(phrase.Words[w].Text, origin + first * Frame, origin + end * Frame));
        }

        return words.ToImmutable();
    }
}

using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>Sings one run: pitch, colours, spectrogram, sound.</summary>
internal sealed class RunRenderer : IDisposable
{
    private const double LowestHertz = 40;
    private const double HighestHertz = 1600;
    private const double Fade = 0.005;

    private readonly Voicebank _bank;
    private readonly AcousticModel _acoustic;
    private readonly VocoderModel _vocoder;
    private readonly VariancePredictor? _variance;
    private readonly PitchPredictor? _pitch;
    private readonly (double Low, double High) _range;

    /// <summary>Loads a bank's models.</summary>
    /// <exception cref="InvalidDataException">One is missing or damaged.</exception>
    public RunRenderer(Voicebank bank)
    {
        _bank = bank;
        _range = Range(bank.Acoustic.Settings);
        try
        {
            _acoustic = new AcousticModel(bank);
            _vocoder = new VocoderModel(bank);
            var coloured = VariancePredictor.Curves.Any(_acoustic.Takes);
            _variance =
                bank.Variance is null || !coloured ? null : new VariancePredictor(bank.Variance, bank.Operators);
            _pitch = bank.Pitch is null ? null : new PitchPredictor(bank.Pitch, bank.Operators);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Sings a run.</summary>
    /// <exception cref="InvalidDataException">A model failed.</exception>
    public SungRun Render(
        NeuralTake take,
        PhraseSlots slots,
        ImmutableArray<TimedPhoneme> phonemes,
        VoiceSpec voice,
        RandomStream random
    )
    {
        var colour = NeuralColour.Of(voice, _bank.Operators);
        var frame = _bank.Acoustic.Frame;
        var first = FirstSample(phonemes, frame);
        var plan = FramePlan.Lay(phonemes, frame, (double)first / SampleRate.House);
        var pitch = Pitch(take.Phrase, colour, plan, voice, random);
        var predicted =
            _variance?.Predict(
                FramePlan.Lay(phonemes, _variance.Frame, plan.Origin),
                ColourCurves.Resampled(
                    Array.ConvertAll(pitch, p => (float)p),
                    FramePlan.Lay(phonemes, _variance.Frame, plan.Origin).Count
                ),
                voice,
                random.Child("variance")
            )
            ?? [];
        var curves = ColourCurves.Make(_acoustic, plan, slots, predicted, colour, take.Phrase.Effort, _range);
        var hertz = Array.ConvertAll(pitch, p => (float)Hertz(p + take.Detune / 100));
        var mel = _acoustic.Render(plan, hertz, curves, voice, random.Child("acoustic"));
        var sound = _vocoder.Render(mel, hertz, random.Child("vocoder"));
        return new SungRun(plan, first, Faded(Resampler.Convert(sound, frame.Rate, SampleRate.House)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _acoustic?.Dispose();
        _vocoder?.Dispose();
        _variance?.Dispose();
        _pitch?.Dispose();
    }

    // The grid of frames is laid so that the first vowel starts on a frame.
    private static long FirstSample(ImmutableArray<TimedPhoneme> phonemes, ModelFrame frame)
    {
        var vowel = phonemes.FirstOrDefault(phoneme => phoneme is { Slot: >= 0, OpensGroup: true }, phonemes[0]).Start;
        var frames = Math.Ceiling((vowel - phonemes[0].Start) / frame.Seconds);
        return (long)Math.Round((vowel - frames * frame.Seconds) * SampleRate.House);
    }

    private static double Hertz(double pitch) =>
        Math.Clamp(440 * DeterministicMath.Exp2((pitch - 69) / 12), LowestHertz, HighestHertz);

    private static float[] Faded(float[] samples)
    {
        var length = Math.Min((int)(Fade * SampleRate.House), samples.Length / 2);
        for (var i = 0; i < length; i++)
        {
            samples[i] *= (float)i / length;
            samples[^(i + 1)] *= (float)i / length;
        }

        return samples;
    }

    // augmentation_args: random_pitch_shifting: range: [low, high], in semitones.
    private static (double Low, double High) Range(BankSettings settings)
    {
        var range = settings
            .Find("augmentation_args")
            ?.Keys?.GetValueOrDefault("random_pitch_shifting")
            ?.Keys?.GetValueOrDefault("range")
            ?.Items;
        return range is { Length: 2 } ends
            ? (
                settings.Number(ends[0], "augmentation_args", -48, 0),
                settings.Number(ends[1], "augmentation_args", 0, 48)
            )
            : (-5, 5);
    }

    private double[] Pitch(
        PhraseScore phrase,
        NeuralColour colour,
        FramePlan plan,
        VoiceSpec voice,
        RandomStream random
    )
    {
        if (_pitch is null || phrase.Rap || colour.IsHard)
        {
            return MelodyCurve.Draw(phrase, colour, plan, random.Child("melody"));
        }

        var own = FramePlan.Lay(plan.Phonemes, _pitch.Frame, plan.Origin);
        var notes = NoteAnchor.Notes(phrase.Notes, own);
        var predicted = _pitch.Predict(own, notes, Math.Min(1, phrase.Vibrato), voice, random.Child("pitch"));
        var pitch = Array.ConvertAll(ColourCurves.Resampled(predicted, plan.Count), p => (double)p);
        NoteAnchor.Tune(pitch, phrase.Notes, plan);
        return pitch;
    }
}

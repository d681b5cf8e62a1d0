using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>Phonemes, lengths, pitch and colour to a mel spectrogram.</summary>
internal sealed class AcousticModel : IDisposable
{
    private readonly Voicebank _bank;
    private readonly OnnxModel _model;
    private readonly double _depth;

    /// <summary>Loads a bank's model.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public AcousticModel(Voicebank bank)
    {
        _bank = bank;
        _model = OnnxModel.Load(
            bank.Files,
            bank.AcousticModel,
            "the acoustic model",
            ["tokens", "durations", "f0"],
            [.. VariancePredictor.Curves, "gender", "velocity", "spk_embed", "languages", "depth", "steps", "speedup"]
        );
        if (_model.Takes("languages") && !bank.Acoustic.HasLanguages)
        {
            throw _model.Fault("asks for languages, but dsconfig.yaml names no list of them");
        }

        // Older banks count depth in steps of a thousand.
        var scale = bank.Acoustic.IsContinuous ? 1 : 1000;
        _depth = Math.Min(bank.Operators.Depth, bank.Acoustic.Settings.Number("max_depth", scale, 0, 1000) / scale);
    }

    /// <summary>True when a curve colours the voice.</summary>
    public bool Takes(string curve) => _model.Takes(curve);

    /// <summary>The spectrogram of a run.</summary>
    /// <param name="plan">The phonemes in frames.</param>
    /// <param name="hertz">Fundamental frequency of each frame.</param>
    /// <param name="curves">Colours of each frame by name: energy, breathiness, voicing, tension, gender, velocity.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>Bins of each frame, frame after frame.</returns>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public float[] Render(
        FramePlan plan,
        float[] hertz,
        IReadOnlyDictionary<string, float[]> curves,
        VoiceSpec voice,
        RandomStream noise
    )
    {
        string[] names = [.. plan.Phonemes.Select(phoneme => phoneme.Phoneme)];
        var inputs = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["tokens"] = LinguisticEncoder.Tokens(_bank.Acoustic, names),
            ["languages"] = LinguisticEncoder.Languages(_bank.Acoustic, names),
            ["durations"] = ModelValue.Row(plan.Lengths),
            ["f0"] = ModelValue.Row(hertz),
        };
        foreach (var (curve, values) in curves)
        {
            inputs[curve] = ModelValue.Row(values);
        }

        Sampler.Add(_model, inputs, _bank.Operators.Steps, _depth, _bank.Acoustic.IsContinuous);
        SpeakerInput.Add(_model, _bank.Acoustic, _bank.Operators, voice, inputs, plan.Count);
        var output = _model.Run(inputs, noise, plan.Count, "mel");
        return _model.Checked(output[0], "a spectrogram", 1, plan.Count, _bank.Mel.Bins);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}

using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>How the bank would colour each frame ("dsvariance"): energy, breathiness and voicing in dB, tension as a logit.</summary>
internal sealed class VariancePredictor : IDisposable
{
    private readonly ModelPart _part;
    private readonly OperatorFile _operators;
    private readonly LinguisticEncoder _encoder;
    private readonly OnnxModel _model;

    /// <summary>Loads a bank's predictor.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public VariancePredictor(ModelPart part, OperatorFile operators)
    {
        _part = part;
        _operators = operators;
        _encoder = new LinguisticEncoder(part);
        _model = OnnxModel.Load(
            part.Settings.Folder,
            part.Settings.Required("variance"),
            "the variance predictor",
            ["encoder_out", "ph_dur", "pitch"],
            ["x_masks", .. Curves, "retake", "spk_embed", "steps", "speedup"]
        );
    }

    /// <summary>The curves that there are.</summary>
    public static string[] Curves { get; } = ["energy", "breathiness", "voicing", "tension"];

    /// <summary>What a frame is.</summary>
    public ModelFrame Frame => _part.Frame;

    /// <summary>Predicts.</summary>
    /// <param name="plan">The phonemes in this predictor's frames.</param>
    /// <param name="pitch">MIDI pitch of each frame.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>The curves that the bank predicts, a value a frame.</returns>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public Dictionary<string, float[]> Predict(FramePlan plan, float[] pitch, VoiceSpec voice, RandomStream noise)
    {
        var inputs = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["ph_dur"] = ModelValue.Row(plan.Lengths),
            ["pitch"] = ModelValue.Row(pitch),
        };
        string[] names = [.. plan.Phonemes.Select(phoneme => phoneme.Phoneme)];
        _encoder.Encode(inputs, names, plan.Groups(), plan.Lengths, noise.Child("words"));
        string[] own = [.. Curves.Where(_model.Takes)];
        foreach (var curve in own)
        {
            inputs[curve] = ModelValue.Row(new float[plan.Count]);
        }

        var retake = new bool[plan.Count * own.Length];
        Array.Fill(retake, true);
        inputs["retake"] = new ModelValue(retake, [1, plan.Count, own.Length]);
        Sampler.Add(_model, inputs, _operators.VarianceSteps, 1, _part.IsContinuous);
        SpeakerInput.Add(_model, _part, _operators, voice, inputs, plan.Count);
        string[] wanted = [.. Curves.Where(curve => _model.Gives(curve + "_pred"))];
        if (wanted.Length == 0)
        {
            return [];
        }

        var outputs = _model.Run(
            inputs,
            noise.Child("variance"),
            plan.Count,
            [.. wanted.Select(curve => curve + "_pred")]
        );
        return wanted
            .Select((curve, i) => (curve, Values: _model.Checked(outputs[i], curve, 1, plan.Count)))
            .ToDictionary(pair => pair.curve, pair => pair.Values, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _model.Dispose();
    }
}

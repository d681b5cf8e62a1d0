using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>How long the bank would hold each phoneme ("dsdur").</summary>
internal sealed class DurationPredictor : IDisposable
{
    private readonly ModelPart _part;
    private readonly OperatorFile _operators;
    private readonly LinguisticEncoder _encoder;
    private readonly OnnxModel _model;

    /// <summary>Loads a bank's predictor.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public DurationPredictor(ModelPart part, OperatorFile operators)
    {
        _part = part;
        _operators = operators;
        _encoder = new LinguisticEncoder(part);
        _model = OnnxModel.Load(
            part.Settings.Folder,
            part.Settings.Required("dur"),
            "the duration predictor",
            ["encoder_out", "ph_midi"],
            "x_masks",
            "word_div",
            "word_dur",
            "spk_embed"
        );
    }

    /// <summary>Seconds a frame.</summary>
    public double FrameSeconds => _part.Frame.Seconds;

    /// <summary>Predicts.</summary>
    /// <param name="phonemes">The phonemes.</param>
    /// <param name="groups">Phonemes and frames of each group.</param>
    /// <param name="keys">The MIDI key of each phoneme.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>Seconds of each phoneme, above 0.</returns>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public double[] Predict(
        IReadOnlyList<string> phonemes,
        (long[] Phonemes, long[] Frames) groups,
        long[] keys,
        VoiceSpec voice,
        RandomStream noise
    )
    {
        var inputs = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["ph_midi"] = ModelValue.Row(keys),
            ["word_div"] = ModelValue.Row(groups.Phonemes),
            ["word_dur"] = ModelValue.Row(groups.Frames),
        };
        _encoder.Encode(inputs, phonemes, groups, EvenLengths(groups), noise.Child("words"));
        SpeakerInput.Add(_model, _part, _operators, voice, inputs, phonemes.Count);
        var output = _model.Run(inputs, noise.Child("durations"), phonemes.Count, "ph_dur_pred");
        var frames = _model.Checked(output[0], "durations", 1, phonemes.Count);
        return [.. frames.Select(length => Math.Clamp(length, 0.5, 10_000) * FrameSeconds)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _model.Dispose();
    }

    // For encoders that want phoneme lengths although those are asked for.
    private static long[] EvenLengths((long[] Phonemes, long[] Frames) groups)
    {
        var lengths = new List<long>();
        for (var g = 0; g < groups.Phonemes.Length; g++)
        {
            for (var i = 0; i < groups.Phonemes[g]; i++)
            {
                lengths.Add(Math.Max(1, groups.Frames[g] / groups.Phonemes[g]));
            }
        }

        return [.. lengths];
    }
}

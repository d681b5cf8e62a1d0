using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>How the bank would move the pitch over the notes ("dspitch").</summary>
internal sealed class PitchPredictor : IDisposable
{
    private readonly ModelPart _part;
    private readonly OperatorFile _operators;
    private readonly LinguisticEncoder _encoder;
    private readonly OnnxModel _model;

    /// <summary>Loads a bank's predictor.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public PitchPredictor(ModelPart part, OperatorFile operators)
    {
        _part = part;
        _operators = operators;
        _encoder = new LinguisticEncoder(part);
        _model = OnnxModel.Load(
            part.Settings.Folder,
            part.Settings.Required("pitch"),
            "the pitch predictor",
            ["encoder_out", "ph_dur", "note_midi", "note_dur"],
            "x_masks",
            "note_rest",
            "note_glide",
            "pitch",
            "expr",
            "retake",
            "spk_embed",
            "steps",
            "speedup"
        );
    }

    /// <summary>What a frame is.</summary>
    public ModelFrame Frame => _part.Frame;

    /// <summary>Predicts.</summary>
    /// <param name="plan">The phonemes in this predictor's frames.</param>
    /// <param name="notes">The notes that fill those frames; rests carry the pitch of a neighbour.</param>
    /// <param name="expression">How freely the singer moves, 0 to 1.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>MIDI pitch of each frame.</returns>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public float[] Predict(
        FramePlan plan,
        IReadOnlyList<PlannedNote> notes,
        double expression,
        VoiceSpec voice,
        RandomStream noise
    )
    {
        var retake = new bool[plan.Count];
        Array.Fill(retake, true);
        var inputs = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["ph_dur"] = ModelValue.Row(plan.Lengths),
            ["note_midi"] = ModelValue.Row(notes.Select(note => (float)note.Pitch).ToArray()),
            ["note_dur"] = ModelValue.Row(notes.Select(note => note.Frames).ToArray()),
            ["note_rest"] = ModelValue.Row(notes.Select(note => note.IsRest).ToArray()),
            ["note_glide"] = ModelValue.Row(new long[notes.Count]),
            ["pitch"] = ModelValue.Row(Filled(plan.Count, 60)),
            ["expr"] = ModelValue.Row(Filled(plan.Count, (float)Math.Clamp(expression, 0, 1))),
            ["retake"] = ModelValue.Row(retake),
        };
        string[] names = [.. plan.Phonemes.Select(phoneme => phoneme.Phoneme)];
        _encoder.Encode(inputs, names, plan.Groups(), plan.Lengths, noise.Child("words"));
        Sampler.Add(_model, inputs, _operators.PitchSteps, 1, _part.IsContinuous);
        SpeakerInput.Add(_model, _part, _operators, voice, inputs, plan.Count);
        var output = _model.Run(inputs, noise.Child("pitch"), plan.Count, "pitch_pred");
        return _model.Checked(output[0], "a pitch", 1, plan.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder.Dispose();
        _model.Dispose();
    }

    private static float[] Filled(int count, float value)
    {
        var values = new float[count];
        Array.Fill(values, value);
        return values;
    }
}

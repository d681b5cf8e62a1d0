using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// A predictor's first half: phonemes to vectors. It knows the lengths of words, or of phonemes, whichever inputs it has
/// (openvpi/DiffSinger, deployment/exporters/variance_exporter.py).
/// </summary>
internal sealed class LinguisticEncoder : IDisposable
{
    private readonly ModelPart _part;
    private readonly OnnxModel _model;

    /// <summary>Loads a part's encoder.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public LinguisticEncoder(ModelPart part)
    {
        _part = part;
        _model = OnnxModel.Load(
            part.Settings.Folder,
            part.Settings.Required("linguistic"),
            "the linguistic encoder",
            ["tokens"],
            "word_div",
            "word_dur",
            "ph_dur",
            "languages"
        );
    }

    /// <summary>Adds "encoder_out" and "x_masks" to a predictor's inputs.</summary>
    /// <param name="inputs">Where they go.</param>
    /// <param name="phonemes">The phonemes.</param>
    /// <param name="groups">Phonemes and frames of each group.</param>
    /// <param name="lengths">Frames of each phoneme.</param>
    /// <param name="noise">Chance.</param>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public void Encode(
        Dictionary<string, ModelValue> inputs,
        IReadOnlyList<string> phonemes,
        (long[] Phonemes, long[] Frames) groups,
        long[] lengths,
        RandomStream noise
    )
    {
        var given = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["tokens"] = Tokens(_part, phonemes),
            ["languages"] = Languages(_part, phonemes),
            ["word_div"] = ModelValue.Row(groups.Phonemes),
            ["word_dur"] = ModelValue.Row(groups.Frames),
            ["ph_dur"] = ModelValue.Row(lengths),
        };
        var outputs = _model.Run(given, noise, (int)lengths.Sum(), "encoder_out", "x_masks");
        inputs["encoder_out"] = outputs[0];
        inputs["x_masks"] = _model.Gives("x_masks") ? outputs[1] : ModelValue.Row(new bool[phonemes.Count]);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>Phonemes as a part numbers them.</summary>
    public static ModelValue Tokens(ModelPart part, IEnumerable<string> phonemes) =>
        ModelValue.Row(phonemes.Select(part.Phonemes.Number).ToArray());

    /// <summary>Languages of phonemes as a part numbers them.</summary>
    public static ModelValue Languages(ModelPart part, IEnumerable<string> phonemes) =>
        ModelValue.Row(phonemes.Select(part.Language).ToArray());
}

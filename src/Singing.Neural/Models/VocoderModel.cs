using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>A mel spectrogram and a pitch to sound.</summary>
internal sealed class VocoderModel : IDisposable
{
    private const float TenToE = 2.302585093f;

    private readonly Voicebank _bank;
    private readonly OnnxModel _model;
    private readonly float _scale;

    /// <summary>Loads a bank's vocoder.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public VocoderModel(Voicebank bank)
    {
        _bank = bank;
        _model = OnnxModel.Load(bank.Vocoder.Folder, bank.Vocoder.Model, "the vocoder", ["mel"], "f0");
        _scale = (bank.Mel.Base, bank.Vocoder.Mel.Base) switch
        {
            ("10", "e") => TenToE,
            ("e", "10") => 1 / TenToE,
            _ => 1,
        };
    }

    /// <summary>The sound of a run, at the bank's rate.</summary>
    /// <param name="mel">The spectrogram, frame after frame; it is changed.</param>
    /// <param name="hertz">Fundamental frequency of each frame.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>Samples: frames times the hop.</returns>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public float[] Render(float[] mel, float[] hertz, RandomStream noise)
    {
        if (_scale != 1)
        {
            for (var i = 0; i < mel.Length; i++)
            {
                mel[i] *= _scale;
            }
        }

        var inputs = new Dictionary<string, ModelValue>(StringComparer.Ordinal)
        {
            ["mel"] = new ModelValue(mel, [1, hertz.Length, _bank.Mel.Bins]),
            ["f0"] = ModelValue.Row(hertz),
        };
        var output = _model.Run(inputs, noise, hertz.Length, "waveform")[0];
        // Some vocoders keep a channel dimension.
        var wanted = (long)hertz.Length * _bank.Vocoder.Frame.Hop;
        return output.Shape is [1, 1, _]
            ? _model.Checked(output, "a waveform", 1, 1, wanted)
            : _model.Checked(output, "a waveform", 1, wanted);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}

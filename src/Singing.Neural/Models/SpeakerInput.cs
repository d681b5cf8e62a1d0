using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>The singer's vector, repeated for every phoneme or frame of a run.</summary>
internal static class SpeakerInput
{
    /// <summary>Adds "spk_embed" where the model asks for it.</summary>
    /// <exception cref="InvalidDataException">It asks, but the bank lists no singers.</exception>
    public static void Add(
        OnnxModel model,
        ModelPart part,
        OperatorFile operators,
        VoiceSpec voice,
        Dictionary<string, ModelValue> inputs,
        int count
    )
    {
        if (!model.Takes("spk_embed"))
        {
            return;
        }

        var speakers =
            part.Speakers ?? throw model.Fault("asks for a speaker, but its dsconfig.yaml lists no speakers");
        var vector = speakers.Mix(operators.Speakers(voice));
        var values = new float[count * vector.Length];
        for (var i = 0; i < count; i++)
        {
            vector.CopyTo(values, i * vector.Length);
        }

        inputs["spk_embed"] = new ModelValue(values, [1, count, vector.Length]);
    }
}

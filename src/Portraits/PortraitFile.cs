using System.Text.Json;

namespace Troubadour.Portraits;

/// <summary>Reads and writes a <see cref="VoicePortrait"/> as JSON in camel case.</summary>
public static class PortraitFile
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { NewLine = "\n" };

    /// <summary>A portrait as text.</summary>
    public static string ToText(VoicePortrait portrait) => JsonSerializer.Serialize(portrait, s_json);

    /// <summary>Reads a portrait.</summary>
    /// <exception cref="InvalidDataException">It is no portrait, or of another version.</exception>
    public static VoicePortrait Read(string text)
    {
        try
        {
            var portrait = JsonSerializer.Deserialize<VoicePortrait>(text, s_json);
            return
                portrait is { Version: VoicePortrait.CurrentVersion } && portrait.Envelope.Length == EnvelopeGrid.Bands
                ? portrait
                : throw new InvalidDataException("The text is no portrait of a voice of this version.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The text is no portrait of a voice: " + e.Message, e);
        }
    }
}

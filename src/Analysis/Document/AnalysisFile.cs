using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troubadour.Analysis;

/// <summary>Reads and writes an <see cref="AnalysisDocument"/> as JSON in camel case.</summary>
public static class AnalysisFile
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes a document.</summary>
    public static void Write(AnalysisDocument document, Stream output) =>
        JsonSerializer.Serialize(output, document, s_json);

    /// <summary>A document as text.</summary>
    public static string ToText(AnalysisDocument document) => JsonSerializer.Serialize(document, s_json);

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is no such document, or of another version.</exception>
    public static AnalysisDocument Read(Stream input)
    {
        try
        {
            var document =
                JsonSerializer.Deserialize<AnalysisDocument>(input, s_json)
                ?? throw new InvalidDataException("The document is empty.");
            return document.Version == AnalysisDocument.CurrentVersion
                ? document
                : throw new InvalidDataException($"Version {document.Version} of an analysis is unknown.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The document is no analysis: " + e.Message, e);
        }
    }
}

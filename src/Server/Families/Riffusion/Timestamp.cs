using System.Text.Json.Serialization;
using Troubadour.Engine;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>When the words and lines of a clip are sung; empty until it is made and where nobody sings.</summary>
public sealed record Timestamp(
    [property: JsonPropertyName("words")] IReadOnlyList<SungSpan> Words,
    [property: JsonPropertyName("lines")] IReadOnlyList<SungSpan> Lines
)
{
    internal static Timestamp Of(LyricTimes times) =>
        new(
            [
                .. times
                    .Lines.SelectMany(line => line.Words)
                    .Select(word => new SungSpan(word.Word, word.Start, word.End)),
            ],
            [.. times.Lines.Select(line => new SungSpan(line.Text, line.Start, line.End))]
        );
}

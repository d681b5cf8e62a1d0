using System.Text.Json.Serialization;
using Troubadour.Engine;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The words of a clip in time, seconds from its start.</summary>
public sealed record AlignmentData([property: JsonPropertyName("alignment")] IReadOnlyList<AlignedWord> Alignment)
{
    internal static AlignmentData Of(LyricTimes times) =>
        new([
            .. times
                .Lines.SelectMany(line => line.Words)
                .Select(word => new AlignedWord(word.Word, word.Start, word.End) { Certainty = word.Confidence ?? 1 }),
        ]);
}

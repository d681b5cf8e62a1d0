using System.Text.Json;

namespace Troubadour.Alignment.Bench;

/// <summary>A line as it was sung.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Starts">Where each word starts, in seconds.</param>
internal sealed record TrueLine(string Text, IReadOnlyList<double> Starts)
{
    /// <summary>Reads a line of lyrics.json.</summary>
    public static TrueLine Read(JsonElement line)
    {
        var words = line.GetProperty("words").EnumerateArray().ToList();
        return new TrueLine(
            string.Join(' ', words.Select(word => word.GetProperty("word").GetString())),
            [.. words.Select(word => word.GetProperty("start").GetDouble())]
        );
    }
}

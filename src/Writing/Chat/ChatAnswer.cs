using System.Text.Json;
using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>Reads what an endpoint answered.</summary>
internal static partial class ChatAnswer
{
    /// <summary>The title and the lyrics as the model wrote them; null when the answer is not of the known shape.</summary>
    public static (string Title, string Lyrics)? Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var content = json
                .RootElement.GetProperty("choices")[0]
                .GetProperty("message")
                .GetProperty("content")
                .GetString();
            if (string.IsNullOrWhiteSpace(content))
            {
                return null;
            }

            var text = Thoughts().Replace(content, "");
            var title = TitleRow().Match(text);
            return (
                title.Success ? title.Groups["title"].Value : "",
                title.Success ? text.Remove(title.Index, title.Length) : text
            );
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    // Models that think aloud put it before the answer.
    [GeneratedRegex(@"^\s*<think>.*?</think>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Thoughts();

    [GeneratedRegex(
        @"(?m)^[#*\s]*(?i:title)\s*[*]*\s*:\s*[*]*\s*(?<title>[^\n]{0,400})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TitleRow();
}

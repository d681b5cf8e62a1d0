using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>Where the lead voice and the one that answers have words: what band and rooms are ducked by, so that they do not depend on how she sounds.</summary>
internal static class VoiceKeys
{
    // Between two words that are closer the band would not come back to its level anyway.
    private const double Gap = 0.15;

    /// <summary>The spans of a choir's lead, by rising seconds.</summary>
    public static ImmutableArray<VoiceSpan> Of(Choir choir)
    {
        var spans = new List<VoiceSpan>();
        foreach (var (start, end) in choir.Worded().SelectMany(phrase => phrase.Words).Select(Span).Order())
        {
            if (spans.Count > 0 && start < spans[^1].End + Gap)
            {
                spans[^1] = spans[^1] with { End = Math.Max(end, spans[^1].End) };
            }
            else
            {
                spans.Add(new VoiceSpan(start, end));
            }
        }

        return [.. spans];
    }

    /// <summary>A ducking by these spans.</summary>
    public static DuckPlan By(this DuckPlan duck, ImmutableArray<VoiceSpan> spans) =>
        duck with
        {
            Spans = [.. spans.Select(span => new KeySpan(span.Start, span.End))],
        };

    private static (double Start, double End) Span(WordTiming word) =>
        (Math.Round(Math.Max(0, word.Start), 3), Math.Round(Math.Max(0, word.End), 3));
}

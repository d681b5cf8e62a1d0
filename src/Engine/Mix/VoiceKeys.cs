using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Where the lead voice and the one that answers have words: what band and rooms are ducked by, so that they do not depend on how she sounds.</summary>
internal static class VoiceKeys
{
    // Between two words that are closer the band would not come back to its level anyway.
    private const double Gap = 0.15;

    /// <summary>The spans of a choir's lead, and of the lines that a recording sings beside it, by rising seconds.</summary>
    public static ImmutableArray<VoiceSpan> Of(Choir choir, Song song)
    {
        var map = new TimeMap(song.Tempos);
        var recorded = LiveSong
            .Recorded(song)
            .SelectMany(phrase => phrase.Notes)
            .Select(note => Span(map.SecondsAt(note.Tick), map.SecondsAt(note.Tick + note.Length)));
        var sung = choir.Worded().SelectMany(phrase => phrase.Words).Select(word => Span(word.Start, word.End));
        var spans = new List<VoiceSpan>();
        foreach (var (start, end) in sung.Concat(recorded).Order())
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

    private static (double Start, double End) Span(double start, double end) =>
        (Math.Round(Math.Max(0, start), 3), Math.Round(Math.Max(0, end), 3));
}

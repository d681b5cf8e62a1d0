using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The bars of sections that a caller asked for: those given, those nearest to given seconds, and for the rest as many as fit.</summary>
internal sealed class SectionBars(Direction direction, LineFitter fitter, ImmutableArray<LyricSection> lyrics)
{
    private const int Most = 64;
    private const int Phrase = 4;
    private readonly ImmutableArray<SegmentBrief> _segments = direction.Brief.Segments;

    /// <summary>True when a section has no length of its own.</summary>
    public bool HasFree => _segments.Any(IsFree);

    /// <summary>Bars at a tempo, each section without a length at its usual one.</summary>
    public int[] Usual(double bpm) => [.. _segments.Select((segment, i) => Given(segment, bpm) ?? Usual(i, bpm))];

    /// <summary>Bars at a tempo when each section without a length is as short as can be.</summary>
    public int[] Least(double bpm) => [.. _segments.Select((segment, i) => Given(segment, bpm) ?? Least(i, bpm))];

    /// <summary>So many bars over all sections; null when they need more or cannot have as many.</summary>
    public int[]? Filling(int bars, double bpm)
    {
        var result = Least(bpm);
        var usual = Usual(bpm);
        var free = Enumerable.Range(0, result.Length).Where(i => IsFree(_segments[i])).ToList();
        var left = bars - result.Sum();
        foreach (var i in free.OrderBy(i => Words(i) is null))
        {
            var more = Math.Clamp(usual[i] - result[i], 0, Math.Max(0, left));
            result[i] += more;
            left -= more;
        }

        // What is still left goes round, a phrase at a time, to the shortest section first.
        while (left > 0 && free.Exists(i => result[i] < Most))
        {
            var shortest = free.MinBy(i => result[i]);
            var more = Math.Min(Math.Min(Phrase, left), Most - result[shortest]);
            result[shortest] += more;
            left -= more;
        }

        return left == 0 ? result : null;
    }

    private static bool IsFree(SegmentBrief segment) => segment is { Bars: null, Seconds: null };

    private int? Given(SegmentBrief segment, double bpm) =>
        segment.Bars
        ?? (segment.Seconds is { } seconds ? Math.Max(1, (int)Math.Round(seconds / direction.BarSeconds(bpm))) : null);

    private LyricSection? Words(int i) => lyrics.IsEmpty || lyrics[i].IsInstrumental ? null : lyrics[i];

    private int Usual(int i, double bpm) =>
        Words(i) is { } words ? Math.Max(1, fitter.Fit(words, bpm, tight: false).Bars)
        : _segments[i].Name is "intro" or "outro" ? 4
        : 8;

    private int Least(int i, double bpm) =>
        Words(i) is { } words ? Math.Max(1, fitter.Fit(words, bpm, tight: true).Bars) : 1;
}

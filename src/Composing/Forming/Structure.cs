using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lays lyrics out in the order of sections that a caller asked for.</summary>
internal static class Structure
{
    /// <summary>
    /// Each asked-for section takes the next lyric section of its kind; when those are used up, the last one of the kind returns; a
    /// kind without lyrics is instrumental. Without a wish the lyrics keep their own order.
    /// </summary>
    /// <exception cref="BriefRefusedException">No section has a place for the words.</exception>
    public static ImmutableArray<LyricSection> Apply(
        ImmutableArray<LyricSection> lyrics,
        ImmutableArray<SegmentBrief> wish
    )
    {
        if (wish.IsEmpty)
        {
            return lyrics;
        }

        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<LyricSection>();
        foreach (var segment in wish)
        {
            var own = lyrics.Where(section => section.Kind == segment.Name && !section.IsInstrumental).ToList();
            var index = used[segment.Name] = used.GetValueOrDefault(segment.Name) + 1;
            result.Add(own.Count == 0 ? new LyricSection(segment.Name, [], []) : own[Math.Min(index, own.Count) - 1]);
        }

        return result.Any(section => !section.IsInstrumental)
            ? result.ToImmutable()
            : throw new BriefRefusedException(
                $"structure has no section for the words; the lyrics have: {string.Join(", ", lyrics.Where(s => !s.IsInstrumental).Select(s => s.Kind).Distinct())}."
            );
    }
}

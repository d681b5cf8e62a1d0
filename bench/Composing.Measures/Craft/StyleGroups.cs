using System.Collections.Frozen;

namespace Troubadour.Composing.Measures;

/// <summary>Which styles ask for what, by the styles' ids.</summary>
internal static class StyleGroups
{
    // Walking and free bass lines, and music that does not stand on a kick drum.
    private static readonly FrozenSet<string> Ungrooved = Names(
        "jazz jazz-pop jazz-waltz bossa-nova folk folk-waltz celtic country gufeng chinese-style cinematic orchestral-epic trailer "
            + "ambient acoustic-kids christmas piano-solo"
    );

    // No drop is expected where the band plays on by nature: a groove that never stops (afrobeat, soul, shuffle) or a loop.
    private static readonly FrozenSet<string> Undropped = Names(
        "jazz jazz-pop jazz-waltz bossa-nova folk folk-waltz celtic country gufeng reggae punk cinematic orchestral-epic ambient "
            + "acoustic-kids christmas piano-solo afrobeat classic-soul rock-shuffle lofi"
    );

    // Straight singing is part of the style: old, Chinese and machine-like melodies, and speech.
    private static readonly FrozenSet<string> Unpopular = Names(
        "folk folk-waltz celtic country gufeng chinese-style punk cinematic orchestral-epic trailer ambient acoustic-kids "
            + "christmas piano-solo hip-hop trap jazz jazz-waltz chinoiserie-electronic chiptune industrial"
    );

    /// <summary>True where bass and kick are one instrument.</summary>
    public static bool IsGroove(string style) => !Ungrooved.Contains(style);

    /// <summary>True where the band drops out before a chorus.</summary>
    public static bool HasDrops(string style) => !Undropped.Contains(style);

    /// <summary>True where phrases end ahead of the beat.</summary>
    public static bool IsPop(string style) => !Unpopular.Contains(style);

    private static FrozenSet<string> Names(string ids) => ids.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

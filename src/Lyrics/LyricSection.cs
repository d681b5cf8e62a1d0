using System.Collections.Immutable;

namespace Troubadour.Lyrics;

/// <summary>A tagged stretch of the lyrics.</summary>
/// <param name="Kind">intro, verse, pre-chorus, chorus, bridge, inst or outro.</param>
/// <param name="Lines">Lines to sing; none for an instrumental section.</param>
/// <param name="Written">The lines as the normalised text shows them.</param>
public sealed record LyricSection(string Kind, ImmutableArray<LyricLine> Lines, ImmutableArray<string> Written)
{
    /// <summary>True for an [inst] section that opens with a remark such as "(Instrumental break)", which nobody sings.</summary>
    public bool IsRemarked { get; init; }

    /// <summary>True when nothing is sung here.</summary>
    public bool IsInstrumental => Lines.IsEmpty;
}

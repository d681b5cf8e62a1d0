using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What an engine is to make: a new song, or an edit of one that was made before.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Brief">What is asked of what is new: words, style, length, seed. Of a remaster only detail and seed count.</param>
public sealed record SongOrder(OrderKind Kind, SongBrief Brief)
{
    /// <summary>Seconds into the source's clip: where an extension goes on, where a replacement or an excerpt begins.</summary>
    public double? FromSeconds { get; init; }

    /// <summary>Seconds into the source's clip: where a replacement or an excerpt ends; null is the clip's end.</summary>
    public double? ToSeconds { get; init; }

    /// <summary>True when an extension gives the whole song, from its first beat, and not the new part only.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How close a cover stays to its source, 0 far to 1 near.</summary>
    public double Nearness { get; init; } = 0.5;

    /// <summary>The split of an order for stems.</summary>
    public StemSplit Split { get; init; }

    /// <summary>True when the order works on a song that was made before.</summary>
    public bool IsEdit => Kind != OrderKind.Compose;

    /// <summary>An order for a new song.</summary>
    public static SongOrder Compose(SongBrief brief) => new(OrderKind.Compose, brief);
}

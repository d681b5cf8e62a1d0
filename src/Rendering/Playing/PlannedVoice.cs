namespace Troubadour.Rendering;

/// <summary>One voice that will sound: a region of a note with its frames fixed in advance.</summary>
internal sealed class PlannedVoice
{
    /// <summary>What it plays.</summary>
    public required Region Region { get; init; }

    /// <summary>Key 0 to 127, after the region's own wish.</summary>
    public required int Key { get; init; }

    /// <summary>Velocity 1 to 127, after the region's own wish.</summary>
    public required int Velocity { get; init; }

    /// <summary>First frame.</summary>
    public required long Start { get; init; }

    /// <summary>The frame of key up, pedal up or being struck again, whichever counts.</summary>
    public required long Release { get; set; }

    /// <summary>The frame at which another note of its exclusive class cuts it off.</summary>
    public long Cut { get; set; } = long.MaxValue;

    /// <summary>The sample while the key is down.</summary>
    public required PreparedSample Sample { get; init; }

    /// <summary>The sample after release if it then leaves its loop; else null.</summary>
    public required PreparedSample? AfterRelease { get; init; }
}

namespace Troubadour.Synthesis;

/// <summary>A note as it will sound; notes that follow it legato are steps of it.</summary>
internal sealed class PlannedTone
{
    /// <summary>First frame.</summary>
    public required long Start { get; init; }

    /// <summary>Frame at which the key, and the pedal, are up; long.MaxValue rings to its own end.</summary>
    public required long Release { get; set; }

    /// <summary>Frame from which it fades within a few milliseconds.</summary>
    public long Cut { get; set; } = long.MaxValue;

    public required int Key { get; init; }

    public required int Velocity { get; init; }

    /// <summary>Frames of the written note.</summary>
    public required long Length { get; set; }

    /// <summary>The key that it glides from.</summary>
    public required double From { get; init; }

    /// <summary>Seconds of that glide.</summary>
    public required double Glide { get; init; }

    /// <summary>What is free in it follows from this.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Keys that it goes on to.</summary>
    public List<ToneStep> Steps { get; } = [];
}

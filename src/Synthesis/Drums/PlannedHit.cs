namespace Troubadour.Synthesis;

/// <summary>A stroke on a drum.</summary>
internal sealed class PlannedHit
{
    public required long Start { get; init; }

    /// <summary>From here it fades: another stroke took its place.</summary>
    public long Cut { get; set; } = long.MaxValue;

    public required int Key { get; init; }

    public required int Velocity { get; init; }

    public required ulong Seed { get; init; }
}

using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>What the drums play.</summary>
/// <param name="Hits">In rising time, then by kind; one of a kind at a time.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DrumFacts(ImmutableArray<DrumHit> Hits, double Confidence)
{
    /// <summary>No drums.</summary>
    public static DrumFacts None { get; } = new([], 0);
}

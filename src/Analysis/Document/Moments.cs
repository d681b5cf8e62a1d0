using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>Points in time.</summary>
/// <param name="Seconds">Rising.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Moments(ImmutableArray<double> Seconds, double Confidence);

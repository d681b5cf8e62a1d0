using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>Where a voice is heard.</summary>
/// <param name="FramesPerSecond">Values a second.</param>
/// <param name="Values">For each frame how likely a voice is, 0 to 1.</param>
/// <param name="Spans">Stretches with a voice.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record VocalActivity(
    int FramesPerSecond,
    ImmutableArray<float> Values,
    ImmutableArray<TimeSpanSeconds> Spans,
    double Confidence
);

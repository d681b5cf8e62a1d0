using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>The tempo of a sound.</summary>
/// <param name="Bpm">Felt beats a minute; 0 where there are none.</param>
/// <param name="Candidates">Tempi that may be meant, the chosen one first.</param>
/// <param name="Stability">Share of beats in even distance, 0 to 1.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record TempoFacts(
    double Bpm,
    ImmutableArray<TempoCandidate> Candidates,
    double Stability,
    double Confidence
);

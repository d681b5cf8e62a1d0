namespace Troubadour.Analysis;

/// <summary>A stroke on a drum.</summary>
/// <param name="Start">Second it is heard.</param>
/// <param name="Beat">Where it is in beats from the first beat, on the nearest twelfth of a beat; null without beats.</param>
/// <param name="Kind">The drum.</param>
/// <param name="Strength">0 the softest to 1 the hardest of its kind in the sound.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DrumHit(double Start, double? Beat, DrumKind Kind, double Strength, double Confidence);

namespace Troubadour.Portraits;

/// <summary>One measured trait of a voice.</summary>
/// <param name="Value">The value, in the unit of its field.</param>
/// <param name="Confidence">0 (a guess) to 1.</param>
public readonly record struct Measure(double Value, double Confidence);

namespace Troubadour.Analysis.Bench;

/// <summary>One case to learn from.</summary>
/// <param name="Inputs">What is seen.</param>
/// <param name="Targets">What is so, 0 or 1 for each output; NaN where it is not known.</param>
internal sealed record Case(float[] Inputs, float[] Targets);

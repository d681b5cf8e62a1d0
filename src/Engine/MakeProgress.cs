namespace Troubadour.Engine;

/// <summary>A step of progress. The fraction never falls within one song.</summary>
/// <param name="Stage">The stage at work.</param>
/// <param name="Fraction">Share of the whole song's work that is done, 0 to 1.</param>
public readonly record struct MakeProgress(MakeStage Stage, double Fraction);

namespace Troubadour.Analysis.Bench;

/// <summary>A value over a stretch of seconds.</summary>
internal readonly record struct TruthSpan(double Start, double End, int Value);

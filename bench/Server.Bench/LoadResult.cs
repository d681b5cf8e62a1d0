namespace Troubadour.Server.Bench;

/// <summary>Calls a second, and times of a call in milliseconds.</summary>
internal readonly record struct LoadResult(double PerSecond, double Median, double P99);

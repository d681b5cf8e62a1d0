namespace Troubadour.Engine;

/// <summary>A sung word.</summary>
public sealed record WordTime(string Word, double Start, double End);

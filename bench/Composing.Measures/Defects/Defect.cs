namespace Troubadour.Composing.Measures;

/// <summary>Something in a song that a musician would correct.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How often it occurs; 0 when the song is free of it.</param>
/// <param name="Where">The first place, for people; empty when there is none.</param>
public sealed record Defect(string Kind, int Count, string Where);

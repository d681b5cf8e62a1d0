namespace Troubadour.Music;

/// <summary>A section that the caller asked for by name and length.</summary>
/// <param name="Name">intro, verse, pre-chorus, chorus, inst, bridge or outro.</param>
/// <param name="Seconds">Its length in seconds; null lets the form decide.</param>
/// <param name="Bars">Its length in bars; null lets the form decide. Goes before <paramref name="Seconds"/>.</param>
public sealed record SegmentBrief(string Name, double? Seconds, int? Bars = null);

namespace Troubadour.Music;

/// <summary>A section that the caller asked for by name and length.</summary>
/// <param name="Name">intro, verse, pre-chorus, chorus, inst, bridge or outro.</param>
/// <param name="Seconds">Its length in seconds; null lets the form decide.</param>
public sealed record SegmentBrief(string Name, double? Seconds);

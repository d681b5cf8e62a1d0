namespace Troubadour.Music;

/// <summary>From this tick on, quarter notes pass at <paramref name="QuartersPerMinute"/>.</summary>
public readonly record struct TempoChange(int Tick, double QuartersPerMinute);

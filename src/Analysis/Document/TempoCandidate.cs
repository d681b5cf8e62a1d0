namespace Troubadour.Analysis;

/// <summary>A tempo that may be the song's.</summary>
/// <param name="Bpm">Beats a minute.</param>
/// <param name="Salience">Against the best one, 0 to 1.</param>
public sealed record TempoCandidate(double Bpm, double Salience);

namespace Troubadour.Analysis;

/// <summary>Beats, bars and tempo of a song.</summary>
/// <param name="Model">The kind of bar.</param>
/// <param name="Beats">Seconds of the beats.</param>
/// <param name="Positions">The place in the bar of each beat, 0 for the downbeat.</param>
/// <param name="Bpm">Beats a minute.</param>
/// <param name="Candidates">Tempi, best first.</param>
/// <param name="Stability">Share of beats in even distance.</param>
/// <param name="TempoConfidence">0.5 for a tie of two tempi, to 1.</param>
/// <param name="BarConfidence">0.5 for a tie of two kinds of bars, to 1.</param>
/// <param name="BeatConfidence">How well beats meet onsets, 0 to 1.</param>
internal sealed record Rhythm(
    BarModel Model,
    double[] Beats,
    int[] Positions,
    double Bpm,
    IReadOnlyList<TempoCandidate> Candidates,
    double Stability,
    double TempoConfidence,
    double BarConfidence,
    double BeatConfidence
)
{
    /// <summary>Seconds of the downbeats.</summary>
    public double[] Downbeats { get; } = [.. Beats.Where((_, i) => Positions[i] == 0)];
}

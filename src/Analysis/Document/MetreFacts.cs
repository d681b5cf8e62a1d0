namespace Troubadour.Analysis;

/// <summary>A time signature.</summary>
/// <param name="Beats">The upper number.</param>
/// <param name="Unit">The lower number.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record MetreFacts(int Beats, int Unit, double Confidence);

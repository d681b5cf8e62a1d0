namespace Troubadour.Analysis;

/// <summary>A key.</summary>
/// <param name="Tonic">Pitch class, 0 = C to 11 = B; null where nothing has a pitch.</param>
/// <param name="Mode">"major" or "minor"; modes with a minor third are minor. Null where nothing has a pitch.</param>
/// <param name="TuningHz">The frequency of the A over middle C.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record KeyFacts(int? Tonic, string? Mode, double TuningHz, double Confidence);

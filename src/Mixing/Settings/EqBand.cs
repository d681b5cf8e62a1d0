namespace Troubadour.Mixing;

/// <summary>One band of an equaliser.</summary>
/// <param name="Kind">Shelf or peak.</param>
/// <param name="Hz">Corner or centre, 20 to 20,000.</param>
/// <param name="GainDb">Boost or cut, ±24.</param>
/// <param name="Q">Steepness: .7 is broad, 4 narrow.</param>
public sealed record EqBand(EqKind Kind, double Hz, double GainDb, double Q = 0.7071);

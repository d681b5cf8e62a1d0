using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>A finished balance: everything about a mix that is measured rather than written.</summary>
/// <param name="Levels">Loudness of each part as the bank plays it, in LUFS by part id.</param>
/// <param name="BandTrimDb">Decibels by which all instruments give way together.</param>
/// <param name="FullestEnergy">The energy of the fullest section, against which all others step back.</param>
/// <param name="MasterGainDb">The gain before the limiter.</param>
public sealed record MixState(
    ImmutableSortedDictionary<string, double> Levels,
    double BandTrimDb,
    double FullestEnergy,
    double MasterGainDb
);

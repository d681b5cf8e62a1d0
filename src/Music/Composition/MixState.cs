using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>
/// A finished balance: everything about a mix that is measured on the whole song rather than written. Edits keep it, so that what they do not
/// touch sounds as it did.
/// </summary>
/// <param name="Parts">The fader of each part.</param>
/// <param name="Sections">How far the band comes forward in each section.</param>
/// <param name="FullestEnergy">The energy of the fullest section, against which all others step back.</param>
/// <param name="MasterGainDb">The gain before the limiter.</param>
/// <param name="Polish">How it was mixed and mastered.</param>
public sealed record MixState(
    ImmutableArray<PartLevel> Parts,
    ImmutableArray<SectionLevel> Sections,
    double FullestEnergy,
    double MasterGainDb,
    MixPolish Polish
);

using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>
/// A finished balance: everything about a mix that is measured on the whole song rather than written. Edits keep it, so that what they do not
/// touch sounds as it did.
/// </summary>
/// <param name="Parts">The fader of each part.</param>
/// <param name="Sections">How far the band comes forward in each section.</param>
/// <param name="FullestEnergy">The energy of the fullest section, against which all others step back.</param>
/// <param name="MasterGainDb">The gain before the limiter: of all, or of what is held.</param>
/// <param name="Polish">How it was mixed and mastered.</param>
public sealed record MixState(
    ImmutableArray<PartLevel> Parts,
    ImmutableArray<SectionLevel> Sections,
    double FullestEnergy,
    double MasterGainDb,
    MixPolish Polish
)
{
    /// <summary>Under which words the band steps back; null is under those that are sung.</summary>
    public ImmutableArray<VoiceSpan>? VoiceSpans { get; init; }

    /// <summary>The levels of the sections that the voices follow, of which they take half; null in older songs is the band's.</summary>
    public ImmutableArray<SectionLevel>? VoiceSections { get; init; }

    /// <summary>The moving gains of the master; null in songs of older versions.</summary>
    public MixGains? Gains { get; init; }

    /// <summary>Decibels of the tone equaliser's bands, lowest first; null for none.</summary>
    public ImmutableArray<double>? Tone { get; init; }

    /// <summary>What keeps the sound of an earlier mix.</summary>
    public MixHeld Held { get; init; }

    /// <summary>The master gain of what is not held; null is found anew.</summary>
    public double? LiveGainDb { get; init; }

    /// <summary>How what is not held is mixed, where that is otherwise than <see cref="Polish"/>.</summary>
    public MixPolish? LivePolish { get; init; }
}

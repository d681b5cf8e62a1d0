using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>A written line's rhythm and tune, free of place: what a returning section copies.</summary>
/// <param name="Slots">Onsets in sixteenths from the line's first bar; a pick-up is negative.</param>
/// <param name="Lengths">Lengths in sixteenths.</param>
/// <param name="Keys">MIDI keys in the song's own key, before any lift.</param>
/// <param name="Syllables">The syllable of each note.</param>
internal sealed record LineShape(
    ImmutableArray<int> Slots,
    ImmutableArray<int> Lengths,
    ImmutableArray<int> Keys,
    ImmutableArray<int> Syllables
);

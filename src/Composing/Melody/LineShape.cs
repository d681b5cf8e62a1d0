using System.Collections.Immutable;
using Troubadour.Music;

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
)
{
    /// <summary>The shape of a phrase on the written grid.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="start">Tick of the line's first bar.</param>
    /// <param name="transpose">Semitones that its section lies above the song's key.</param>
    public static LineShape Of(VocalPhrase phrase, int start, int transpose) =>
        new(
            [.. phrase.Notes.Select(note => Sixteenths(note.Tick - start))],
            [.. phrase.Notes.Select(note => Math.Max(1, Sixteenths(note.Length)))],
            [.. phrase.Notes.Select(note => note.Key - transpose)],
            [.. phrase.Notes.Select(note => note.Syllable)]
        );

    private static int Sixteenths(int ticks) => (int)Math.Round((double)ticks / Ticks.PerSixteenth);
}

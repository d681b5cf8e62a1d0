using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>A sung melody over its chords: what corpora and composed songs have in common.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Notes">The melody in rising order, one note at a time.</param>
/// <param name="Chords">Chords in rising order without gaps; neighbours differ.</param>
/// <param name="Phrases">Labelled phrases in rising order; empty when nobody labelled them.</param>
/// <param name="BarSlots">Sixteenths in a bar.</param>
/// <param name="PulseSlots">Sixteenths in a felt beat: 4, or 6 in compound time.</param>
/// <param name="Slots">Length in sixteenths.</param>
/// <param name="MajorTonic">Pitch class of the relative major's tonic; null when unknown.</param>
/// <param name="Bpm">Tempo in pulses a minute.</param>
public sealed record MelodyPiece(
    string Name,
    ImmutableArray<GridNote> Notes,
    ImmutableArray<GridChord> Chords,
    ImmutableArray<PhraseMark> Phrases,
    int BarSlots,
    int PulseSlots,
    int Slots,
    int? MajorTonic,
    double Bpm
)
{
    /// <summary>Least notes that make the measures meaningful.</summary>
    public const int FewestNotes = 40;

    /// <summary>The chord that sounds at each sixteenth; null behind the last one.</summary>
    public GridChord?[] ChordBySlot()
    {
        var end = Chords.IsEmpty ? 0 : Chords[^1].Slot + Chords[^1].Length;
        var result = new GridChord?[Math.Max(end, Slots) + 1];
        foreach (var chord in Chords)
        {
            Array.Fill(result, chord, chord.Slot, chord.Length);
        }

        return result;
    }

    /// <summary>Notes by bar, bars without a note left out, in rising order.</summary>
    public ImmutableSortedDictionary<int, ImmutableArray<GridNote>> Bars() =>
        Notes
            .GroupBy(note => note.Slot / BarSlots)
            .ToImmutableSortedDictionary(bar => bar.Key, bar => bar.ToImmutableArray());
}

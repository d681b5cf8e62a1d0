using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Pieces small enough to be counted by hand.</summary>
internal static class Small
{
    /// <summary>Notes a quarter apart in 4/4 over C major.</summary>
    public static MelodyPiece Quarters(params int[] keys) =>
        Piece([.. keys.Select((key, i) => new GridNote(i * 4, 4, key))]);

    /// <summary>Any notes over a C major chord.</summary>
    public static MelodyPiece Piece(ImmutableArray<GridNote> notes)
    {
        var slots = (notes[^1].Slot + notes[^1].Length + 15) / 16 * 16;
        return new MelodyPiece("small", notes, [new GridChord("C", 0, slots, 0, [0, 4, 7])], [], 16, 4, slots, 0, 100);
    }

    /// <summary>The first song of the shared set with one part of these notes.</summary>
    public static Song WithPart(PartRole role, int program, params Note[] notes)
    {
        var song = Songs.All[0];
        var part = new Part("planted", role, role == PartRole.Drums ? 128 : 0, program, new PartMix(), [.. notes], []);
        return song with { Parts = [.. song.Parts, part] };
    }
}

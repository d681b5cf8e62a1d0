namespace Troubadour.Composing.Measures.Tests;

/// <summary>Copied runs are found whatever their key and place.</summary>
public class CopiesTests
{
    private static readonly MelodyPiece Known = Small.Piece([
        new(0, 2, 60),
        new(2, 2, 64),
        new(4, 4, 67),
        new(8, 2, 65),
        new(10, 2, 64),
        new(12, 4, 62),
        new(16, 2, 64),
        new(18, 6, 60),
        new(24, 4, 55),
    ]);

    [Fact]
    public void A_run_is_found_in_another_key_and_bar()
    {
        var copy = Small.Piece([
            .. Known.Notes.Select(note => new GridNote(note.Slot + 32, note.Length, note.Key + 5)),
        ]);
        Assert.Equal([32, 34], new Copies([Known]).In(copy).ToArray());
    }

    [Fact]
    public void A_run_with_one_other_note_is_none()
    {
        var other = Small.Piece(Known.Notes.SetItem(4, Known.Notes[4] with { Key = 69 }));
        Assert.Empty(new Copies([Known]).In(other));
    }

    [Fact]
    public void A_repeated_note_is_nobodys()
    {
        var drone = Small.Quarters([.. Enumerable.Repeat(60, 20)]);
        Assert.Empty(new Copies([drone]).In(drone));
    }
}

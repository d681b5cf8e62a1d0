using System.Collections.Immutable;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Rich chords are compared by their triads.</summary>
public class TriadTests
{
    /// <summary>Root, pitch classes, and what is left of them.</summary>
    public static TheoryData<int, int[], int[]> Chords =>
        new()
        {
            { 0, [0, 4, 7], [0, 4, 7] },
            { 0, [0, 4, 7, 10], [0, 4, 7] },
            { 9, [9, 0, 4, 7], [9, 0, 4] },
            { 2, [2, 5, 8, 0], [2, 5, 8] },
            { 7, [7, 0, 2, 5], [7, 0, 2] },
            { 5, [5, 9, 0, 7], [5, 9, 0] },
            { 4, [4, 11], [4, 11] },
        };

    [Theory]
    [MemberData(nameof(Chords))]
    public void A_chord_keeps_root_third_and_fifth(int root, int[] classes, int[] triad) =>
        Assert.Equal(triad, new GridChord("any", 0, 16, root, [.. classes]).Triad());

    [Fact]
    public void A_seventh_costs_consonance_only_on_the_whole_chord()
    {
        var plain = Small.Quarters([.. Enumerable.Repeat(60, 60)]);
        var found = MelodyMeasures.Of(plain with { Chords = [new GridChord("C7", 0, plain.Slots, 0, [0, 4, 7, 10])] });
        Assert.Equal(2 / 3.0, found["melody.consonance.triads"], 9);
        Assert.Equal(0.25, found["melody.consonance"], 9);
        Assert.Equal(1, found["chords.rich"], 9);
        Assert.Equal(0, MelodyMeasures.Of(plain)["chords.rich"], 9);
    }
}

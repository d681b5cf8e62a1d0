using System.Collections.Immutable;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Boundaries of planted blocks are found, and counted fairly.</summary>
public class SectionNoveltyTests
{
    // Eight bars each of three sounds, each bar a little different.
    private static readonly ImmutableArray<ImmutableArray<double>> Blocks =
    [
        .. Enumerable
            .Range(0, 24)
            .Select(bar => Enumerable.Range(0, 3).Select(i => Feature(bar, i)).ToImmutableArray()),
    ];

    [Fact]
    public void Borders_of_blocks_are_peaks() =>
        Assert.Equal<IEnumerable<int>>([8, 16], SectionNovelty.Peaks(SectionNovelty.Of(Blocks, 4), 3));

    [Fact]
    public void Music_that_never_changes_has_no_boundaries()
    {
        var same = Enumerable.Repeat(Blocks[0], 24).ToList();
        Assert.Empty(SectionNovelty.Peaks(SectionNovelty.Of(same, 4), 3));
    }

    [Fact]
    public void Peaks_keep_their_distance() =>
        Assert.Equal<IEnumerable<int>>([3, 9], SectionNovelty.Peaks([0, 0, 0, 5, 0, 4, 0, 0, 0, 3, 0, 0], 3));

    [Fact]
    public void Each_boundary_is_hit_once()
    {
        var hits = BoundaryHits.Of([9, 11, 30, 50], [10, 32, 40], 3);
        Assert.Equal(new BoundaryHits(4, 3, 2), hits);
        Assert.Equal(0.5, hits.Precision, 9);
        Assert.Equal(2 / 3.0, hits.Recall, 9);
        Assert.Equal(4 / 7.0, hits.F, 9);
    }

    [Fact]
    public void Nothing_found_is_no_hit() => Assert.Equal(0, BoundaryHits.Of([], [10, 20], 3).F, 9);

    private static double Feature(int bar, int i) => (bar / 8 == i ? 1 : 0) + 0.1 * ((bar * 7 + i * 3) % 5) / 5;
}

using Troubadour.Music;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>The table against a dictionary.</summary>
public sealed class LandmarkTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(600_000)]
    public void It_finds_what_a_dictionary_finds(int count)
    {
        var landmarks = Random(1, count);
        Check(LandmarkTable.Of(Entries(landmarks)), landmarks);
    }

    [Fact]
    public void A_merged_table_is_that_of_both_without_what_is_not_kept()
    {
        var (first, second) = (Random(2, 3_000), Random(3, 500));
        var both = LandmarkTable.Merge(
            LandmarkTable.Of(Entries(first)),
            LandmarkTable.Of(Entries(second)),
            posting => posting % 5 != 0
        );
        Check(both, [.. first.Concat(second).Where(landmark => landmark.Posting % 5 != 0)]);
    }

    [Fact]
    public void Tables_can_be_empty_after_a_merge()
    {
        var empty = LandmarkTable.Merge(LandmarkTable.Of(Entries(Random(4, 9))), LandmarkTable.Of([]), _ => false);
        Assert.Equal(0, empty.Count);
        Assert.True(empty.Find(5).IsEmpty);
    }

    private static void Check(LandmarkTable table, List<(uint Hash, uint Posting)> landmarks)
    {
        Assert.Equal(landmarks.Count, table.Count);
        var oracle = landmarks.ToLookup(landmark => landmark.Hash, landmark => landmark.Posting);
        foreach (var hash in Enumerable.Range(0, 2_000).Select(i => HashOf(i)).Append(0u).Append(uint.MaxValue))
        {
            Assert.Equal(oracle[hash].Order(), table.Find(hash).ToArray());
            Assert.Equal(
                oracle[hash].Where(posting => posting is >= 1_000_000_000 and <= 3_000_000_000).Order(),
                table.Find(hash, 1_000_000_000, 3_000_000_000).ToArray()
            );
        }
    }

    private static ulong[] Entries(List<(uint Hash, uint Posting)> landmarks) =>
        [.. landmarks.Select(landmark => LandmarkTable.Entry(landmark.Hash, landmark.Posting))];

    private static List<(uint Hash, uint Posting)> Random(long seed, int count)
    {
        var random = new RandomStream(seed, "table");
        return [.. Enumerable.Range(0, count).Select(_ => (HashOf(random.NextInt(1_900)), (uint)random.NextBits()))];
    }

    // Few hashes, at the ends of the range and near each other.
    private static uint HashOf(int i) => i < 950 ? (uint)i : uint.MaxValue - (uint)(i - 950) * 7;
}

namespace Troubadour.Composing.Measures.Tests;

/// <summary>The judge hears what spoils a song.</summary>
public class SabotageTests
{
    private static readonly SongJudge Judge = new(HumanReference.Shipped());
    private static readonly Lazy<IReadOnlyList<Verdict>> Verdicts = new(() =>
        [.. Songs.All.AsParallel().AsOrdered().Select(Judge.Judge)]
    );

    public static TheoryData<string> Kinds => [.. Sabotages.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_spoiled_copy_scores_below_its_original_in_95_of_100_pairs(string name)
    {
        var spoil = Sabotages.All.Single(kind => kind.Name == name).Spoil;
        var pairs = Songs
            .All.Zip(Verdicts.Value)
            .AsParallel()
            .AsOrdered()
            .Select(pair =>
                (pair.First, Before: pair.Second, After: Judge.Judge(spoil(pair.First, Songs.Chance(pair.First, name))))
            )
            .ToList();
        var missed = pairs.FindAll(pair => pair.After.Score >= pair.Before.Score);
        Assert.True(
            missed.Count <= 0.05 * pairs.Count,
            string.Join(", ", missed.Select(pair => Songs.Name(pair.First)))
        );
    }

    [Fact]
    public void Three_in_four_songs_as_they_are_composed_pass() =>
        Assert.True(Verdicts.Value.Count(verdict => verdict.Passes) >= 0.75 * Verdicts.Value.Count);

    [Fact]
    public void Songs_of_random_notes_fail() =>
        Assert.DoesNotContain(
            Songs
                .All.AsParallel()
                .Select(song => Judge.Judge(RandomSongs.Scatter(song, Songs.Chance(song, "scatter")))),
            verdict => verdict.Passes
        );

    [Fact]
    public void Songs_of_one_loop_fail() =>
        Assert.DoesNotContain(
            Songs.All.AsParallel().Select(song => Judge.Judge(BarShuffle.Loop(song))),
            verdict => verdict.Passes
        );
}

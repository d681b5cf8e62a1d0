using System.Collections.Immutable;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Human songs mixed in the proportions of other songs' tempi.</summary>
public class TempoMixtureTests
{
    private static readonly ImmutableArray<double> Low = [.. Enumerable.Range(0, 500).Select(i => i % 50 / 10.0)];
    private static readonly ImmutableArray<double> High = [.. Low.Select(value => value + 10)];
    private static readonly ImmutableArray<double> Counts = [449 / 909.0, 253 / 909.0, 87 / 909.0, 120 / 909.0];

    /// <summary>The measures whose curves come along.</summary>
    public static TheoryData<string> Measures => [.. HumanReference.Shipped().Tempi.Keys];

    [Fact]
    public void A_mixture_of_equal_groups_is_the_whole()
    {
        var whole = Distribution.Of(Low);
        var curve = QuantileCurve.Of(Low);
        var mixed = TempoMixture.Of([curve, curve, curve], [0.2, 0.5, 0.3]);
        Assert.Equal(whole.Mean, mixed.Mean, 4);
        Assert.Equal(whole.Deviation, mixed.Deviation, 4);
        Assert.Equal(whole.P5, mixed.P5, 0.1);
        Assert.Equal(whole.P50, mixed.P50, 0.1);
        Assert.Equal(whole.P95, mixed.P95, 0.1);
        Assert.InRange(mixed.Overlap(Low), 0.95, 1);
    }

    [Theory]
    [InlineData(1, 2.45)]
    [InlineData(0.75, 4.95)]
    [InlineData(0, 12.45)]
    public void Weights_move_the_mean(double low, double mean) =>
        Assert.Equal(mean, TempoMixture.Of([QuantileCurve.Of(Low), QuantileCurve.Of(High)], [low, 1 - low]).Mean, 4);

    [Fact]
    public void A_mixture_of_groups_that_lie_apart_spreads_over_both()
    {
        var mixed = TempoMixture.Of([QuantileCurve.Of(Low), QuantileCurve.Of(High)], [0.5, 0.5]);
        Assert.Equal(Stat.Deviation([.. Low, .. High]), mixed.Deviation, 3);
        Assert.InRange(mixed.P5, 0.3, 0.7);
        Assert.InRange(mixed.P95, 14.2, 14.6);
        Assert.InRange(mixed.Overlap([.. Low, .. High]), 0.95, 1);
        Assert.InRange(mixed.Overlap(Low), 0.4, 0.6);
    }

    [Fact]
    public void A_group_without_weight_does_not_count() =>
        Assert.Equal(
            TempoMixture.Of([QuantileCurve.Of(Low)], [1]).P95,
            TempoMixture.Of([QuantileCurve.Of(Low), QuantileCurve.Of(High)], [1, 0]).P95
        );

    [Theory]
    [MemberData(nameof(Measures))]
    public void Quantiles_reproduce_the_mean_within_two_percent(string measure)
    {
        var human = HumanReference.Shipped();
        foreach (var curve in human.Tempi[measure])
        {
            var most = 0.02 * Math.Max(curve.Mean, human.Measures[measure].Deviation);
            Assert.Equal(curve.Mean, curve.Draws().Average(), most);
        }
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Groups_in_the_corpus_own_proportions_are_the_corpus(string measure)
    {
        var human = HumanReference.Shipped();
        var groups = human.Tempi[measure];
        var songs = (double)groups.Sum(group => group.Count);
        var mixed = TempoMixture.Of(groups, [.. groups.Select(group => group.Count / songs)]);
        var whole = human.Measures[measure];
        Assert.Equal(whole.Mean, mixed.Mean, 0.001 * Math.Max(1, whole.Mean));
        Assert.Equal(whole.Deviation, mixed.Deviation, 0.002 * Math.Max(1, whole.Deviation));
        Assert.Equal(whole.P5, mixed.P5, Step(whole));
        Assert.Equal(whole.P95, mixed.P95, Step(whole));
    }

    // Curves draw straight lines between whole numbers.
    private static double Step(Distribution whole) =>
        Math.Max(
            0.2 * whole.Deviation,
            double.IsInteger(whole.P5) && double.IsInteger(whole.P50) && double.IsInteger(whole.P95) ? 0.5 : 0
        );

    [Fact]
    public void Syncopation_follows_the_tempo_and_the_range_does_not()
    {
        var fair = TempoMixture.Of(HumanReference.Shipped(), Counts);
        Assert.Contains("melody.offbeat", fair.Keys);
        Assert.Contains("melody.notes", fair.Keys);
        Assert.DoesNotContain("melody.range", fair.Keys);
    }

    [Theory]
    [InlineData(46, 0)]
    [InlineData(73.9, 0)]
    [InlineData(74, 1)]
    [InlineData(96, 2)]
    [InlineData(112, 3)]
    [InlineData(190, 3)]
    public void A_tempo_has_its_group(double bpm, int group) => Assert.Equal(group, TempoGroups.Of(bpm));

    [Fact]
    public void Shares_of_groups_leave_out_unknown_tempi() =>
        Assert.Equal<IEnumerable<double>>([0.5, 0.25, 0, 0.25], TempoGroups.Shares([60, 70, 80, 120, double.NaN]));
}

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Places of syllables in the bar.</summary>
public class LyricMeasuresTests
{
    private static LyricSyllable At(double position, double bar = 4, double pulse = 1) =>
        new(SyllableClass.Stressed, 0, position, 1, 60, bar, pulse);

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(1, false, true)]
    [InlineData(2, true, true)]
    [InlineData(3.5, false, false)]
    public void Beats_one_and_three_of_four_are_strong(double position, bool strong, bool beat)
    {
        Assert.Equal(strong, At(position).OnStrong);
        Assert.Equal(beat, At(position).OnBeat);
    }

    [Fact]
    public void In_three_four_only_the_first_beat_is_strong()
    {
        Assert.True(At(0, 3).OnStrong);
        Assert.False(At(2, 3).OnStrong);
    }

    [Fact]
    public void In_twelve_eight_the_first_and_third_pulse_are_strong()
    {
        Assert.True(At(3, 6, 1.5).OnStrong);
        Assert.False(At(1.5, 6, 1.5).OnStrong);
        Assert.True(At(1.5, 6, 1.5).OnBeat);
    }

    [Fact]
    public void An_eighth_before_the_bar_counts_as_early_for_its_first_beat()
    {
        Assert.True(At(3.5).OnOrBeforeStrong);
        Assert.False(At(0.5).OnOrBeforeStrong);
        Assert.True(At(0.5).OnOrBeforeBeat);
    }

    [Fact]
    public void Falls_are_counted_inside_words_only()
    {
        var first = At(0) with { Key = 64, Word = 1 };
        var second = At(1) with { Class = SyllableClass.Unstressed, Key = 60, Word = 1 };
        var inside = LyricMeasures.Of(new LyricPiece("one", [first, second], 2, 4));
        Assert.Equal(1, inside["lyric.after.falls"], 9);
        var across = LyricMeasures.Of(new LyricPiece("two", [first, second with { Word = 2 }], 2, 4));
        Assert.False(across.ContainsKey("lyric.after.falls"));
    }
}

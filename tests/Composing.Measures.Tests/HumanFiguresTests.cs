using Troubadour.Lyrics;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>The measures' code finds the published figures of the corpora.</summary>
public class HumanFiguresTests
{
    private static readonly Lazy<HumanReference> Measured = new(() =>
        CorpusStatistics.Measure(Corpora.FromEnvironment()!, Room.Words)
    );

    /// <summary>Measure, published mean, published fifth and 95th percentiles.</summary>
    public static TheoryData<string, double, double, double> Published =>
        new()
        {
            { "melody.entropy", 2.58, 2.26, 3.11 },
            { "melody.h1", 1.48, 1.03, 1.88 },
            { "melody.h4", 2.24, 2.00, 2.49 },
            { "melody.groove.adjacent", 0.714, 0.57, 0.84 },
            { "melody.groove.all", 0.722, 0.58, 0.85 },
            { "melody.chord.notes", 0.65, 0.51, 0.79 },
            { "melody.chord.length", 0.70, 0.52, 0.84 },
            { "melody.chord.strong", 0.74, 0.43, 0.97 },
            { "melody.consonance", 0.55, 0.40, 0.69 },
            { "melody.scale", 0.98, 0.85, 1.0 },
            { "melody.range", 18.5, 14, 24 },
            { "melody.notes", 5.7, 3.5, 8.7 },
            { "melody.rest", 0.36, 0.15, 0.56 },
            { "melody.leap", 0.14, 0.05, 0.24 },
            { "melody.interval", 2.35, 1.65, 3.06 },
            { "melody.bar.repeated", 0.56, 0.29, 0.74 },
            { "melody.bar.rhythm", 0.68, 0.43, 0.86 },
            { "melody.bar.rhythms", 19, 8, 32 },
            { "phrase.same.tune", 0.79, 0.48, 1.0 },
            { "phrase.other.tune", 0.12, 0.03, 0.28 },
            { "melody.zlib", 0.23, 0.15, 0.37 },
            { "chords.trigrams", 0.47, 0.20, 0.77 },
            { "chords.perbar", 1.34, 0.74, 1.94 },
            { "form.repeat", 0.65, 0.5, 0.8 },
            { "texture.h1", 2.17, 1.83, 2.43 },
            { "texture.h4", 2.63, 2.42, 2.80 },
            { "texture.groove.adjacent", 0.838, 0.72, 0.94 },
            { "texture.groove.all", 0.778, 0.65, 0.92 },
            { "texture.scale", 0.966, 0.83, 1.0 },
            { "texture.sounding", 3.98, 3.26, 4.62 },
            { "texture.notes", 21.3, 13.5, 29.5 },
            { "drums.groove.adjacent", 0.848, 0.706, 0.972 },
        };

    /// <summary>Lyric measure and its published pooled share.</summary>
    public static TheoryData<string, double> PublishedWords =>
        new()
        {
            { "lyric.stressed.strong", 0.76 },
            { "lyric.unstressed.strong", 0.11 },
            { "lyric.content.strong", 0.65 },
            { "lyric.function.strong", 0.20 },
            { "lyric.stressed.beat", 0.93 },
            { "lyric.unstressed.beat", 0.55 },
            { "lyric.after.falls", 0.48 },
            { "lyric.after.equal", 0.20 },
            { "lyric.after.same", 0.61 },
            { "lyric.before.rises", 0.47 },
            { "lyric.before.longer", 0.64 },
            { "lyric.notes", 1.06 },
        };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_figures_that_come_along_are_the_published_ones(
        string measure,
        double mean,
        double p5,
        double p95
    ) => AssertPublished(HumanReference.Shipped(), measure, mean, p5, p95);

    [Theory]
    [MemberData(nameof(PublishedWords))]
    public void The_word_figures_that_come_along_are_the_published_ones(string measure, double share) =>
        Assert.InRange(HumanReference.Shipped().Pooled[measure], share - 0.035, share + 0.035);

    [CorporaFact]
    public void Measuring_the_corpora_gives_the_figures_that_come_along()
    {
        var shipped = HumanReference.Shipped();
        Assert.Equal(shipped.Measures.Keys, Measured.Value.Measures.Keys);
        foreach (var (name, spread) in Measured.Value.Measures)
        {
            Assert.Equal(shipped.Measures[name].Mean, spread.Mean, 0.002 + 0.002 * Math.Abs(spread.Mean));
            Assert.Equal(shipped.Measures[name].Deviation, spread.Deviation, 0.002 + 0.01 * spread.Deviation);
        }
    }

    private static void AssertPublished(HumanReference human, string measure, double mean, double p5, double p95)
    {
        var digits =
            mean >= 10 ? 0.06
            : mean >= 3 ? 0.051
            : 0.0061;
        Assert.InRange(human.Measures[measure].Mean, mean - digits, mean + digits);
        Assert.InRange(human.Measures[measure].P5, p5 - digits, p5 + digits);
        Assert.InRange(human.Measures[measure].P95, p95 - digits, p95 + digits);
    }
}

using Troubadour.Music;

namespace Troubadour.Pictures.Tests;

public class ColourTests
{
    [Fact]
    public void Keys_a_fifth_apart_have_neighbouring_hues_and_all_twelve_differ()
    {
        var hues = Enumerable.Range(0, 12).Select(tonic => PaletteMaker.Hue(new Key(tonic, Mode.Major))).ToList();
        Assert.Equal(12, hues.Distinct().Count());
        Assert.All(Enumerable.Range(0, 12), tonic => Assert.Equal(30, Apart(hues[tonic], hues[(tonic + 7) % 12]), 6));
        Assert.Equal(180, Apart(hues[0], hues[6]), 6);
    }

    [Fact]
    public void Minor_keys_stand_on_darker_grounds_than_major_ones() =>
        Assert.True(Mean(Mode.Minor, 0.5, p => p.Ground.Light) < Mean(Mode.Major, 0.5, p => p.Ground.Light) - 0.15);

    [Fact]
    public void Strong_songs_have_strong_colours() =>
        Assert.True(Mean(Mode.Major, 0.9, p => p.Main.Chroma) > Mean(Mode.Major, 0.1, p => p.Main.Chroma) + 0.05);

    [Fact]
    public void Near_chords_have_near_hues()
    {
        var palette = PaletteMaker.Make(Facts(Mode.Major, 0.5), new RandomStream(1, "colours"));
        var home = palette.Of(new CoverChord(0, 1, 0, false, 3)).Hue;
        var apart = Enumerable
            .Range(0, 7)
            .Select(f => Apart(home, palette.Of(new CoverChord(0, 1, f, false, 3)).Hue))
            .ToList();
        Assert.Equal(apart.Order(), apart);
        Assert.True(apart[6] > apart[1]);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(1, 0, 0, 255, 255, 255)]
    [InlineData(0.62796, 0.25768, 29.234, 255, 0, 0)]
    [InlineData(0.45201, 0.31321, 264.052, 0, 0, 255)]
    public void Colours_come_out_as_the_screen_s_own(double light, double chroma, double hue, int r, int g, int b)
    {
        var colour = new Lch(light, chroma, hue).Paint();
        Assert.InRange(colour.Red, r - 12, r + 12);
        Assert.InRange(colour.Green, g - 12, g + 12);
        Assert.InRange(colour.Blue, b - 12, b + 12);
    }

    private static double Apart(double a, double b) => Math.Abs(((a - b) % 360 + 540) % 360 - 180);

    private static double Mean(Mode mode, double energy, Func<Palette, double> of) =>
        Enumerable
            .Range(0, 80)
            .Average(seed => of(PaletteMaker.Make(Facts(mode, energy), new RandomStream(seed, "colours"))));

    private static CoverFacts Facts(Mode mode, double energy) =>
        FactsReader.Read(Songs.Of(1, energy, energy) with { Key = new Key(2, mode) });
}

using System.Collections.Immutable;
using SkiaSharp;
using Troubadour.Music;

namespace Troubadour.Pictures.Tests;

public class CoverTests
{
    public static TheoryData<string> Designs => [.. DesignChoice.All.Select(design => design.GetType().Name)];

    [Theory]
    [InlineData(1024)]
    [InlineData(300)]
    [InlineData(16)]
    public void A_cover_is_a_square_jpeg_of_the_size_asked(int pixels)
    {
        var jpeg = CoverPainter.Paint(Songs.Of(1, 0.3, 0.8), pixels);
        using var codec = SKCodec.Create(new SKMemoryStream(jpeg));
        Assert.Equal(SKEncodedImageFormat.Jpeg, codec.EncodedFormat);
        Assert.Equal((pixels, pixels), (codec.Info.Width, codec.Info.Height));
        using var picture = Pixels.Open(jpeg);
        Assert.True(picture.Pixels.Distinct().Count() > pixels);
    }

    [Fact]
    public void A_cover_of_the_usual_size_is_light_enough_to_send() =>
        Assert.All(
            DesignChoice.All,
            design =>
                Assert.InRange(CoverPainter.Paint(Songs.Of(2, 0.2, 0.9, 0.4, 1), design, 1024).Length, 60_000, 500_000)
        );

    [Theory]
    [InlineData(15)]
    [InlineData(4097)]
    public void Sizes_that_no_one_can_want_are_refused(int pixels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverPainter.Paint(Songs.Of(1, 0.5), pixels));

    [Theory]
    [MemberData(nameof(Designs))]
    public void The_same_song_has_the_same_cover_to_the_byte(string name)
    {
        var design = Design(name);
        var song = Songs.Of(3, 0.2, 0.8, 0.5);
        Assert.Equal(
            CoverPainter.Paint(song, design, 256),
            CoverPainter.Paint(Songs.Of(3, 0.2, 0.8, 0.5), design, 256)
        );
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Two_clips_of_one_request_look_different_even_in_one_design(string name)
    {
        var design = Design(name);
        var one = CoverPainter.Paint(Songs.Of(4, 0.2, 0.8, 0.5), design, 256);
        var other = CoverPainter.Paint(Songs.Of(5, 0.2, 0.8, 0.5), design, 256);
        Assert.True(Pixels.Distance(one, other) > 6, $"{name}: {Pixels.Distance(one, other):0.0}");
    }

    [Fact]
    public void Takes_and_extensions_of_one_song_have_covers_of_their_own()
    {
        var song = Songs.Of(6, 0.3, 0.7, 0.4, 0.9);
        var plain = CoverPainter.Paint(song, 128);
        Assert.True(Pixels.Distance(plain, CoverPainter.Paint(song with { TakeSeed = 9 }, 128)) > 6);
        Assert.True(Pixels.Distance(plain, CoverPainter.Paint(song with { From = song.Sections[2].Tick }, 128)) > 6);
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_section_s_energy_is_seen(string name)
    {
        var design = Design(name);
        var calm = CoverPainter.Paint(Songs.Of(7, 0.5, 0.1, 0.5, 0.5), design, 256);
        var full = CoverPainter.Paint(Songs.Of(7, 0.5, 0.9, 0.5, 0.5), design, 256);
        Assert.True(Pixels.Distance(calm, full) > 2, $"{name}: {Pixels.Distance(calm, full):0.0}");
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Songs_at_the_edge_of_what_there_can_be_have_covers_too(string name)
    {
        var design = Design(name);
        var usual = Songs.Of(8, 0.4, 0.9);
        var bar = usual.Meter.TicksPerBar;
        ImmutableArray<Song> edges =
        [
            Songs.Empty(8),
            Songs.Empty(8) with
            {
                Sections = [new SongSection("outro", 0, bar, 1, 0, 0)],
            },
            Songs.Of(8, [.. Enumerable.Range(0, 64).Select(i => i % 5 / 4.0)]),
            usual with
            {
                Vocals = [],
            },
            usual with
            {
                Parts = [],
                Chords = [],
            },
            usual with
            {
                Sections = [],
            },
            usual with
            {
                From = int.MaxValue / 2,
            },
            usual with
            {
                Title = "",
                Style = "",
            },
            usual with
            {
                Title = new string('W', 400),
            },
            usual with
            {
                Title = "雨の歌",
            },
        ];
        Assert.All(edges, song => Assert.Equal(96, Side(CoverPainter.Paint(song, design, 96))));
    }

    [Fact]
    public void Styles_have_several_designs_each_and_every_design_is_drawn_for_some_style()
    {
        string[] styles =
        [
            "hip-hop",
            "house",
            "rock",
            "folk",
            "jazz",
            "ambient",
            "trailer",
            "gufeng",
            "pop",
            "unheard-of",
        ];
        var chosen = styles.ToDictionary(
            style => style,
            style =>
                Enumerable
                    .Range(0, 60)
                    .Select(seed => DesignChoice.Of(style, new RandomStream(seed, "choice")).GetType().Name)
                    .Distinct()
                    .ToList()
        );
        Assert.All(chosen, each => Assert.True(each.Value.Count >= 4, $"{each.Key}: {each.Value.Count}"));
        Assert.Equal(DesignChoice.All.Length, chosen.SelectMany(each => each.Value).Distinct().Count());
    }

    private static ICoverDesign Design(string name) => DesignChoice.All.First(design => design.GetType().Name == name);

    private static int Side(byte[] jpeg)
    {
        using var picture = Pixels.Open(jpeg);
        return picture.Width;
    }
}

using Troubadour.Music;

namespace Troubadour.Pictures.Tests;

public class LayoutTests
{
    [Fact]
    public void Every_design_draws_stronger_sections_clearly_larger() =>
        Assert.All(
            DesignChoice.All,
            design =>
            {
                for (var step = 1; step <= 20; step++)
                {
                    Assert.True(design.Size(step / 20.0) > design.Size((step - 1) / 20.0));
                }

                Assert.True(design.Size(0) > 0 && design.Size(1) >= 2 * design.Size(0));
            }
        );

    [Fact]
    public void Sections_and_chords_lie_where_the_song_has_them()
    {
        var facts = FactsReader.Read(Songs.Of(1, 0.2, 0.9, 0.4, 0.6));
        Assert.Equal([0, 0.25, 0.5, 0.75], facts.Sections.Select(section => section.From));
        Assert.Equal([0.2, 0.9, 0.4, 0.6], facts.Sections.Select(section => section.Energy));
        Assert.Equal(16, facts.Chords.Length);
        Assert.Equal(0.9, facts.SectionAt(0.3).Energy);
        Assert.Equal(facts.Chords[5], facts.ChordAt(5.5 / 16));
        Assert.Equal(16, facts.Bars.Length);
    }

    [Fact]
    public void An_extension_s_cover_shows_the_new_part_alone()
    {
        var song = Songs.Of(1, 0.2, 0.9, 0.4, 0.6);
        var facts = FactsReader.Read(song with { From = song.Sections[2].Tick });
        Assert.Equal([0.4, 0.6], facts.Sections.Select(section => section.Energy));
        Assert.Equal(0, facts.Sections[0].From);
        Assert.Equal(1, facts.Sections[^1].To);
        Assert.All(facts.Tune, note => Assert.InRange(note.At, 0, 1));
    }

    [Fact]
    public void The_contour_rises_where_the_tune_rises()
    {
        var song = Songs.Of(1, 0.5, 0.5);
        var phrase = song.Vocals[0] with
        {
            Notes = [.. Enumerable.Range(0, 32).Select(i => new VocalNote(i * Ticks.PerQuarter, 900, 50 + i, i))],
        };
        var contour = FactsReader.Read(song with { Vocals = [phrase] }).Contour(0, 1, 16);
        Assert.All(contour.Zip(contour.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.True(contour[0] < 0.15 && contour[^1] > 0.85);
    }

    [Fact]
    public void Doubles_and_harmonies_do_not_blur_the_tune()
    {
        var song = Songs.Of(1, 0.5, 0.5);
        var doubled = song.Vocals.Add(song.Vocals[0] with { Layer = VoiceLayer.Harmony });
        Assert.Equal([.. FactsReader.Read(song).Tune], FactsReader.Read(song with { Vocals = doubled }).Tune.ToArray());
    }

    [Theory]
    [InlineData("Où va le vent?", "OU VA LE VENT?")]
    [InlineData("don’t “stop” (now)…", "DON'T STOP NOW")]
    [InlineData("雨の歌", "")]
    [InlineData("", "")]
    public void Titles_are_spelled_with_the_letters_there_are(string title, string spelled) =>
        Assert.Equal(spelled, Alphabet.Spell(title));

    [Fact]
    public void Every_letter_and_figure_is_there_and_drawn()
    {
        const string All = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        Assert.Equal(All, Alphabet.Spell(All));
        Assert.Equal(All.Length, All.Select(letter => Alphabet.Of(letter).Path).Distinct().Count());
        foreach (var letter in All)
        {
            using var path = SkiaSharp.SKPath.ParseSvgPathData(Alphabet.Of(letter).Path);
            Assert.InRange(path.TightBounds.Height, 9.9f, 10.6f);
            Assert.True(path.TightBounds.Right <= Alphabet.Of(letter).Width + 0.3, letter.ToString());
        }
    }
}

namespace Troubadour.Lyrics.Tests;

public class LyricsReaderTests
{
    [Theory]
    [InlineData("[verse]", "verse")]
    [InlineData("[Verse 1]", "verse")]
    [InlineData("[VERSE 2]", "verse")]
    [InlineData("[Verse One]", "verse")]
    [InlineData("[Rap Verse]", "verse")]
    [InlineData("[Pre-Chorus]", "pre-chorus")]
    [InlineData("[pre chorus]", "pre-chorus")]
    [InlineData("[PreChorus 2]", "pre-chorus")]
    [InlineData("[Build-Up]", "pre-chorus")]
    [InlineData("[Chorus]", "chorus")]
    [InlineData("[Chorus x2]", "chorus")]
    [InlineData("[Chorus 2x]", "chorus")]
    [InlineData("[Chorus: louder]", "chorus")]
    [InlineData("[Chorus: bigger, with choir]", "chorus")]
    [InlineData("[Chorus | anthemic]", "chorus")]
    [InlineData("[Chorus - soft]", "chorus")]
    [InlineData("[Chorus (softly)]", "chorus")]
    [InlineData("[Final Chorus]", "chorus")]
    [InlineData("[Last Chorus]", "chorus")]
    [InlineData("[Post-Chorus]", "chorus")]
    [InlineData("[Hook]", "chorus")]
    [InlineData("[Refrain]", "chorus")]
    [InlineData("[Bridge]", "bridge")]
    [InlineData("[Middle 8]", "bridge")]
    [InlineData("[Intro]", "intro")]
    [InlineData("[Guitar Intro]", "intro")]
    [InlineData("[Outro]", "outro")]
    [InlineData("[End]", "outro")]
    [InlineData("[Inst]", "inst")]
    [InlineData("[Instrumental]", "inst")]
    [InlineData("[Instrumental Break]", "inst")]
    [InlineData("[Interlude]", "inst")]
    [InlineData("[Guitar Solo]", "inst")]
    [InlineData("[Saxophone Solo]", "inst")]
    [InlineData("[Drop]", "inst")]
    [InlineData("【Verse】", "verse")]
    [InlineData("【chorus】", "chorus")]
    [InlineData("Chorus:", "chorus")]
    [InlineData("Verse 2:", "verse")]
    [InlineData("  Pre-Chorus :  ", "pre-chorus")]
    [InlineData("OUTRO:", "outro")]
    public void A_tag_of_any_dialect_names_its_section(string tag, string kind)
    {
        var section = Assert.Single(LyricsReader.Read($"{tag}\nOver the river tonight\nInto the morning light"));
        Assert.Equal(kind, section.Kind);
        Assert.Equal<string>(["Over the river tonight", "Into the morning light"], section.Written);
        Assert.Equal(section.Written, section.Lines.Select(line => line.Text));
    }

    [Fact]
    public void A_song_on_one_line_is_cut_at_its_tags_and_its_punctuation()
    {
        var sections = LyricsReader.Read(
            "[verse] We were driving, windows down, the summer on our skin, Radio was playing all the songs that pulled "
                + "us in. [chorus] So carry me over the wide river tonight, Carry me on into the morning light [outro]"
        );
        Assert.Equal(["verse", "chorus", "outro"], sections.Select(section => section.Kind));
        Assert.Equal<string>(
            [
                "We were driving windows down",
                "the summer on our skin",
                "Radio was playing all the songs that pulled us in",
            ],
            sections[0].Written
        );
        Assert.Equal<string>(
            ["So carry me over the wide river tonight", "Carry me on into the morning light"],
            sections[1].Written
        );
        Assert.True(sections[2].IsInstrumental);
    }

    [Fact]
    public void A_direction_in_brackets_is_not_sung_and_does_not_cut_a_section()
    {
        var section = Assert.Single(
            LyricsReader.Read("[Verse][whispered]\nOver the river\n[female vocal]\nInto the morning")
        );
        Assert.Equal<string>(["Over the river", "Into the morning"], section.Written);
        Assert.Equal("Over the river", LyricsReader.Words("[dreamy synth pads, 90 bpm]\nOver the river"));
    }

    [Fact]
    public void Of_stanzas_without_tags_the_one_that_returns_is_the_chorus()
    {
        var sections = LyricsReader.Read(
            "Street lights are low\nNobody I know\n\nSing it to me\nSlowly\n\nMorning is near\n\nSing it, to me!\nslowly"
        );
        Assert.Equal(["verse", "chorus", "verse", "chorus"], sections.Select(section => section.Kind));
    }

    [Fact]
    public void Stanzas_without_tags_or_return_take_turns() =>
        Assert.Equal(
            ["verse", "chorus", "verse"],
            LyricsReader.Read("One is here\r\n\r\nTwo is here\r\n \r\nThree is here").Select(section => section.Kind)
        );

    [Fact]
    public void Eight_lines_without_tags_are_two_sections_of_four()
    {
        var sections = LyricsReader.Read(string.Join('\n', Enumerable.Range(1, 8).Select(i => $"This is line {i}")));
        Assert.Equal([4, 4], sections.Select(section => section.Lines.Length));
        Assert.Equal(["verse", "chorus"], sections.Select(section => section.Kind));
    }

    [Fact]
    public void Words_before_the_first_tag_are_a_verse()
    {
        var sections = LyricsReader.Read("Oh the river\n[Chorus]\nCarry me");
        Assert.Equal(["verse", "chorus"], sections.Select(section => section.Kind));
    }

    [Theory]
    [InlineData("(Instrumental break)")]
    [InlineData("(guitar solo)")]
    [InlineData("（Instrumental break）")]
    public void A_remark_after_inst_is_not_sung_and_shows_as_a_verse_line(string remark)
    {
        var sections = LyricsReader.Read($"[inst] {remark} [chorus] Carry me over the river");
        Assert.True(sections[0].IsInstrumental);
        Assert.Equal("[inst]\n[verse]\n[chorus]\nCarry me over the river", LyricsReader.Normalise(sections));
    }

    [Fact]
    public void Words_after_a_remark_are_sung()
    {
        var sections = LyricsReader.Read("[inst] (Instrumental break) Carry me over");
        Assert.Equal("[inst]\n[verse]\nCarry me over", LyricsReader.Normalise(sections));
        Assert.Equal("Carry me over", Assert.Single(sections[0].Lines).Text);
    }

    [Fact]
    public void A_remark_on_a_line_of_its_own_is_not_sung_anywhere() =>
        Assert.Equal<string>(
            ["Carry me over", "into the light"],
            LyricsReader.Read("[verse]\nCarry me over\n(piano interlude)\ninto the light")[0].Written
        );

    [Fact]
    public void An_aside_is_sung() =>
        Assert.Equal("Carry me over oh oh", LyricsReader.Words("[verse]\nCarry me over (oh, oh)"));

    [Fact]
    public void The_normalised_text_is_the_contracts() =>
        Assert.Equal(
            "[intro]\n[verse]\nWe were driving windows down the summer on our skin\n[pre-chorus]\nAnd I know and I know\n"
                + "[chorus]\nDon't stop me now\n[inst]\n[outro]\nHome",
            LyricsReader.Normalise(
                LyricsReader.Read(
                    "[intro] [verse] We were driving, windows down, the summer on our skin. [pre-chorus] And I know, and I "
                        + "know… [chorus] Don’t stop me now! [inst] [outro] Home"
                )
            )
        );

    [Fact]
    public void The_normalised_text_reads_as_itself()
    {
        var once = LyricsReader.Normalise(
            LyricsReader.Read("[Verse 1]\nA light, a road\n[Hook]\nCarry me\n[Solo]\n[End]")
        );
        Assert.Equal(once, LyricsReader.Normalise(LyricsReader.Read(once)));
    }

    [Fact]
    public void A_long_line_is_sung_in_several_breaths_of_one_source()
    {
        var line = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}"));
        var section = Assert.Single(LyricsReader.Read($"[verse]\n{line}\nThe next line"));
        Assert.Equal([0, 0, 0, 1], section.Lines.Select(l => l.Source));
        Assert.All(section.Lines, l => Assert.InRange(l.Text.Split(' ').Length, 1, 14));
        Assert.Equal(line, string.Join(' ', section.Lines.Take(3).Select(l => l.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n \r\n")]
    [InlineData("!!! … ---")]
    [InlineData("🎵🎶")]
    public void Without_words_there_is_no_section(string lyrics) => Assert.Empty(LyricsReader.Read(lyrics));
}

namespace Troubadour.Lyrics.Tests;

/// <summary>How lyrics say that lines are to be sung.</summary>
public class DeliveryTests
{
    [Theory]
    [InlineData("[whispered]", Delivery.Whispered)]
    [InlineData("[Whisper]", Delivery.Whispered)]
    [InlineData("[hushed voice]", Delivery.Whispered)]
    [InlineData("[spoken]", Delivery.Spoken)]
    [InlineData("[Spoken Word]", Delivery.Spoken)]
    [InlineData("[rap]", Delivery.Spoken)]
    [InlineData("[Rap Verse]", Delivery.Spoken)]
    [InlineData("[belted]", Delivery.Belted)]
    [InlineData("[shouted]", Delivery.Belted)]
    [InlineData("[softly]", Delivery.Soft)]
    [InlineData("[falsetto]", Delivery.Soft)]
    [InlineData("[Verse 1: whispered]", Delivery.Whispered)]
    [InlineData("[Verse 2: strings, very softly]", Delivery.Soft)]
    [InlineData("[Chorus - belted]", Delivery.Belted)]
    [InlineData("[Chorus (softly)]", Delivery.Soft)]
    [InlineData("[Whispered Outro]", Delivery.Whispered)]
    [InlineData("[Verse][female vocal][whispered]", Delivery.Whispered)]
    [InlineData("[Verse][whispered][soft strings]", Delivery.Whispered)]
    [InlineData("[Verse: soft piano]", Delivery.Usual)]
    [InlineData("[loud drums]", Delivery.Usual)]
    [InlineData("[Chorus: louder]", Delivery.Usual)]
    [InlineData("[female vocal]", Delivery.Usual)]
    [InlineData("[Verse]", Delivery.Usual)]
    public void A_tag_says_it(string tag, Delivery delivery)
    {
        var sections = LyricsReader.Read($"{tag}\nOver the river\nInto the morning");
        Assert.All(sections.SelectMany(section => section.Lines), line => Assert.Equal(delivery, line.Delivery));
        Assert.Equal(
            "Over the river\nInto the morning",
            string.Join('\n', sections.SelectMany(section => section.Written))
        );
    }

    [Fact]
    public void It_holds_until_the_next_tag_or_the_end_of_the_section()
    {
        var sections = LyricsReader.Read(
            "[Verse]\none\n[whispered]\ntwo\nthree\n[belted]\nfour\n[guitar enters]\nfive\n[softly]\nsix\n[Chorus]\nseven"
        );
        Assert.Equal(
            "one Usual|two Whispered|three Whispered|four Belted|five Usual|six Soft|seven Usual",
            string.Join('|', sections.SelectMany(s => s.Lines).Select(line => $"{line.Text} {line.Delivery}"))
        );
    }

    [Theory]
    [InlineData("(whispered) come here\nmy love", "come here Whispered|my love Usual")]
    [InlineData("(spoken)\ncome here\nmy love", "come here Spoken|my love Spoken")]
    [InlineData("*whispers* come here\nmy love", "come here Whispered|my love Usual")]
    [InlineData("come [softly] here\nmy love", "come Usual|here Soft|my love Soft")]
    [InlineData("come here (whispered)\nmy love", "come here (whispered) Usual|my love Usual")]
    public void A_line_says_it_of_itself(string rows, string lines) =>
        Assert.Equal(
            lines,
            string.Join(
                '|',
                LyricsReader.Read($"[verse]\n{rows}")[0].Lines.Select(line => $"{line.Text} {line.Delivery}")
            )
        );

    [Fact]
    public void Without_section_tags_it_holds_too()
    {
        var sections = LyricsReader.Read("one\ntwo\n[whispered]\nthree\nfour\nfive\nsix");
        Assert.Equal(
            ["Usual", "Usual", "Whispered", "Whispered", "Whispered", "Whispered"],
            sections.SelectMany(s => s.Lines).Select(line => line.Delivery.ToString())
        );
    }

    [Fact]
    public void Signs_of_the_private_use_area_have_no_meaning() =>
        Assert.Equal(
            Delivery.Usual,
            Assert.Single(LyricsReader.Read("[verse]\n\uE001\uE011come\uE004 here")[0].Lines).Delivery
        );
}

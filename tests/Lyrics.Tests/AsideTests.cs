using CsCheck;

namespace Troubadour.Lyrics.Tests;

/// <summary>What lyrics put in parentheses.</summary>
public class AsideTests
{
    [Theory]
    [InlineData("Carry me over (oh, oh)", "Carry me over (oh oh)")]
    [InlineData("(Ooh, carry me) over the river", "(Ooh carry me) over the river")]
    [InlineData("(Ooh la la)", "(Ooh la la)")]
    [InlineData("Carry me over (oh, oh", "Carry me over (oh oh)")]
    [InlineData("Carry me) over", "Carry me over")]
    [InlineData("Carry me over（oh oh）now", "Carry me over (oh oh) now")]
    [InlineData("I keep walk(ing) (be)cause of you", "I keep walking because of you")]
    [InlineData("Carry me ( ) over (—) the (...) river", "Carry me over the river")]
    [InlineData("(one) (two) three", "(one two) three")]
    [InlineData("((Oh)) my", "(Oh) my")]
    [InlineData("(hey!)hey, (hey-hey)", "(hey) hey (hey-hey)")]
    public void Parentheses_stay_around_whole_words(string row, string text)
    {
        var line = Assert.Single(LyricsReader.Read($"[verse]\n{row}\nand on")[0].Lines, line => line.Source == 0);
        Assert.Equal(text, line.Text);
    }

    [Fact]
    public void They_are_not_shown()
    {
        var section = LyricsReader.Read("[verse]\nCarry me over (oh, oh)\n(Ooh la la)")[0];
        Assert.Equal<string>(["Carry me over oh oh", "Ooh la la"], section.Written);
        Assert.Equal(section.Written, section.Lines.Select(line => line.Shown));
        Assert.Equal("[verse]\nCarry me over oh oh\nOoh la la", LyricsReader.Normalise([section]));
    }

    [Fact]
    public void They_may_span_lines()
    {
        var section = LyricsReader.Read("[verse]\nCarry me (ooh\nla la\nla) over\nthe river")[0];
        Assert.Equal(["Carry me (ooh)", "(la la)", "(la) over", "the river"], section.Lines.Select(line => line.Text));
    }

    [Fact]
    public void A_long_line_is_cut_inside_them()
    {
        var row = "one two three four five six seven eight nine (ten eleven twelve thirteen fourteen fifteen sixteen)";
        var lines = LyricsReader.Read($"[verse]\n{row}\nand on")[0].Lines;
        Assert.Equal(
            ["one two three four five six seven eight", "nine (ten eleven twelve thirteen fourteen fifteen sixteen)"],
            lines.Take(2).Select(line => line.Text)
        );
        lines = LyricsReader.Read($"[verse]\n({row.Replace("(", "", StringComparison.Ordinal)}\nand on")[0].Lines;
        Assert.Equal("(one two three four five six seven eight)", lines[0].Text);
    }

    [Fact]
    public void A_song_on_one_line_keeps_them()
    {
        var lines = LyricsReader
            .Read(
                "[verse] We were driving, windows down, (ooh, summer on our, our skin), Radio was playing all the songs"
            )[0]
            .Lines;
        Assert.Equal(
            ["We were driving windows down", "(ooh summer on our)", "(our skin) Radio was playing all the songs"],
            lines.Select(line => line.Text)
        );
    }

    [Theory]
    [InlineData("(guitar solo)")]
    [InlineData("(Instrumental break)")]
    [InlineData("(8 bar drum break)")]
    [InlineData("(short piano interlude, strings)")]
    [InlineData("(music fades out)")]
    [InlineData("*laughs*")]
    [InlineData("*clears throat*")]
    [InlineData("**beat drops**")]
    [InlineData("*so tired*")]
    [InlineData("(laughs)")]
    public void A_remark_is_not_sung(string remark) =>
        Assert.Equal<string>(
            ["Carry me over", "into the light"],
            LyricsReader.Read($"[verse]\nCarry me over\n{remark}\ninto the light")[0].Written
        );

    [Theory]
    [InlineData("Carry me over (guitar solo)", "Carry me over")]
    [InlineData("*sighs* Carry me *laughing* over", "Carry me over")]
    [InlineData("I *really* love you", "I really love you")]
    [InlineData("What the f**k, mother f***", "What the f k mother f")]
    [InlineData("(break my heart)", "break my heart")]
    [InlineData("Shout it out (shout)", "Shout it out shout")]
    [InlineData("(Repeat after me)", "Repeat after me")]
    public void A_remark_inside_a_line_is_not_sung_but_words_are(string row, string shown) =>
        Assert.Equal(shown, LyricsReader.Read($"[verse]\n{row}\nand on")[0].Written[0]);

    [Theory]
    [InlineData("Carry me (x2)", "Carry me|Carry me|home")]
    [InlineData("Carry me x3", "Carry me|Carry me|Carry me|home")]
    [InlineData("Carry me (2x) over (repeat)", "Carry me|Carry me|over|over|home")]
    [InlineData("Carry me (repeat x99)", "Carry me|Carry me|Carry me|Carry me|home")]
    [InlineData("Carry me [x2]", "Carry me|Carry me|home")]
    [InlineData("Carry me\nover\n(x2)", "Carry me|over|Carry me|over|home")]
    [InlineData("Carry me\n[repeat]", "Carry me|Carry me|home")]
    [InlineData("Carry me (x1)", "Carry me|home")]
    [InlineData("(ooh ooh) (x2)", "ooh ooh|ooh ooh|home")]
    [InlineData("(x2)", "home")]
    public void A_line_or_a_section_is_sung_again(string rows, string shown) =>
        Assert.Equal(shown.Split('|'), LyricsReader.Read($"[verse]\n{rows}\nhome")[0].Written);

    [Fact]
    public void Whatever_stands_there_parentheses_are_balanced_and_hold_whole_words() =>
        Gen.OneOf(
                Gen.Const("("),
                Gen.Const(")"),
                Gen.Const(" "),
                Gen.Const("oh"),
                Gen.Const("solo"),
                Gen.Const("x2"),
                Gen.Const("*"),
                Gen.Const("\n"),
                Gen.Const("[whispered]"),
                Gen.Const("-"),
                Gen.Const(",")
            )
            .Array[0, 60]
            .Select(string.Concat)
            .Sample(
                text =>
                {
                    var sections = LyricsReader.Read(text);
                    foreach (var line in sections.SelectMany(section => section.Lines))
                    {
                        Assert.Matches(
                            @"^(\([^() ]+( [^() ]+)*\)|[^() ]+)( (\([^() ]+( [^() ]+)*\)|[^() ]+))*$",
                            line.Text
                        );
                    }

                    Assert.DoesNotContain(LyricsReader.Normalise(sections), c => c is '(' or ')' or '*');
                },
                iter: 2000
            );
}

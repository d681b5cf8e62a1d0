namespace Troubadour.Writing.Tests;

public class LyricsRepairTests
{
    private const string Good =
        "[Verse]\nThe kettle sings a quiet song\nThe night is warm, the night is long\n[Chorus]\nCarry the light, carry the light\nOver the hill and into the night";

    private readonly LyricsRepair _repair = new(Shared.Pronouncer);

    [Fact]
    public void Good_lyrics_keep_their_words_and_title()
    {
        var written = _repair.Repair("Kettle Song", Good)!;
        Assert.Equal("Kettle Song", written.Title);
        Assert.Equal(Shared.Lines(Good), Shared.Lines(written.Lyrics));
        Assert.Empty(_repair.Faults(written));
    }

    [Theory]
    [InlineData("Sure! Here are your lyrics:\n\n" + Good)]
    [InlineData("```\n" + Good + "\n```")]
    [InlineData(
        "**[Verse 1]**\n- The kettle sings a quiet song\n- The night is warm, the night is long\n## Chorus:\n*Carry the light, carry the light*\nOver the hill and into the night (x2)"
    )]
    [InlineData(
        "(Verse)\n[Am]The kettle sings a quiet song\nThe night is warm, the night is long\nhttp://example.com\n[Hook]\nCarry the light, carry the light\nOver the hill and into the night\n[Guitar solo]\nthis is played by nobody at all"
    )]
    public void Prose_markdown_chords_and_links_fall_away(string text)
    {
        var written = _repair.Repair("Song", text)!;
        Assert.Equal(Shared.Lines(Good), Shared.Lines(written.Lyrics));
        Assert.Contains("[Chorus]", written.Lyrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("[Verse]\nThe kettle sings a quiet song\n[Verse]\nThe night is warm")]
    [InlineData("[Chorus]\nThe kettle sings a quiet song")]
    [InlineData("[Verse]\n밤의 노래\n[Chorus]\n사랑해요")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    public void What_has_no_form_or_no_words_is_refused(string text) => Assert.Null(_repair.Repair("Song", text));

    [Fact]
    public void A_line_too_long_for_a_breath_is_parted()
    {
        var written = _repair.Repair(
            "Song",
            "[Verse]\nThe kettle sings a quiet song upon the stove, the night is very warm and very long\n" + Good
        )!;
        Assert.Empty(_repair.Faults(written));
        Assert.Contains("The kettle sings a quiet song upon the stove\n", written.Lyrics, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_much_is_cut_at_a_section_and_a_title_at_a_word()
    {
        var title = string.Join(' ', Enumerable.Repeat("wonder", 40));
        var written = _repair.Repair(title, string.Join('\n', Enumerable.Repeat(Good, 40)))!;
        Assert.InRange(written.Lyrics.Length, 2500, WrittenLyrics.LongestLyrics);
        Assert.InRange(written.Title.Length, 70, WrittenLyrics.LongestTitle);
        Assert.EndsWith("wonder", written.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_title_the_chorus_gives_one() =>
        Assert.Equal("Carry the Light, Carry the Light", _repair.Repair("", Good)!.Title);
}

using System.Diagnostics.CodeAnalysis;
using CsCheck;
using Troubadour.Lyrics;

namespace Troubadour.Writing.Tests;

public class HouseWriterLaws
{
    private static readonly string[] Descriptions =
    [
        "a robot chef who fell in love with a toaster",
        "a song about my cat Luna in Paris",
        "sad ballad about missing my grandmother",
        "upbeat summer song about a road trip with my best friends",
        "",
        "una canción de amor sobre el mar",
        "Ein Lied über Liebe und Regen",
        "关于爱与雨的歌",
        "qwzxv blorf",
    ];

    public static TheoryData<string> Wishes => [.. Descriptions];

    public static TheoryData<string> ThemeNames => [.. Shared.Writer.Themes];

    [Theory]
    [MemberData(nameof(Wishes))]
    public void Every_pair_rhymes_and_differs_by_one_syllable_at_most(string description)
    {
        foreach (var draft in Shared.Writer.Drafts(new LyricsWish(description, 7), 2))
        {
            foreach (var stanza in draft.Sections.Select(section => section.Stanza))
            {
                foreach (var (first, second) in Block.Pairs(stanza.Scheme))
                {
                    var (a, b) = (Scan(stanza.Lines[first]), Scan(stanza.Lines[second]));
                    Assert.InRange(Math.Abs(a.Syllables - b.Syllables), 0, 1);
                    Assert.True(
                        stanza.Lines[first] == stanza.Lines[second] || Rhymer.Judge(a, b) != Rhyme.None,
                        $"{stanza.Lines[first]} / {stanza.Lines[second]}"
                    );
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_chorus_returns_in_the_same_words_and_verses_differ(string description)
    {
        foreach (var draft in Shared.Writer.Drafts(new LyricsWish(description, 3), 2))
        {
            var choruses = draft.Sections.Where(section => section.Kind == Form.Chorus).ToList();
            var verses = draft
                .Sections.Where(section => section.Kind == Form.Verse)
                .Select(s => s.Stanza.Lines)
                .ToList();
            Assert.Equal(3, choruses.Count);
            Assert.All(choruses, chorus => Assert.Equal(choruses[0].Stanza.Lines, chorus.Stanza.Lines));
            Assert.Empty(verses[0].Intersect(verses[1]));
        }
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public void The_two_verses_are_sung_to_one_tune(string description)
    {
        foreach (var draft in Shared.Writer.Drafts(new LyricsWish(description, 5), 2))
        {
            var verses = draft
                .Sections.Where(section => section.Kind == Form.Verse)
                .Select(s => s.Stanza.Counts)
                .ToList();
            Assert.All(verses[0].Zip(verses[1]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 3));
            Assert.InRange(verses[0].Zip(verses[1], (a, b) => Math.Abs(a - b)).Average(), 0, 1.25);
        }
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task Two_lyrics_of_a_wish_have_no_title_and_no_line_in_common(string description)
    {
        var written = await Shared.Write(description);
        Assert.NotEqual(written[0].Title, written[1].Title);
        Assert.Empty(Shared.Lines(written[0].Lyrics).Intersect(Shared.Lines(written[1].Lyrics)));
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task Equal_wishes_give_equal_words_and_other_seeds_others(string description)
    {
        var first = await Shared.Write(description, 11);
        Assert.Equal(first, await Shared.Write(description, 11));
        Assert.NotEqual(first, await Shared.Write(description, 12));
    }

    [Fact]
    public void There_are_forty_themes_and_more() => Assert.InRange(Shared.Writer.Themes.Length, 41, 500);

    [Theory]
    [MemberData(nameof(ThemeNames))]
    public async Task Each_theme_fills_two_lyrics_that_can_be_sung(string name)
    {
        var theme = Shared.Writer.Book.Themes.Single(theme => theme.Name == name);
        var description = theme.Triggers.IsEmpty ? "" : theme.Triggers[0];
        var drafts = Shared.Writer.Drafts(new LyricsWish(description, 1), 2);
        Assert.Equal(name, drafts[0].Theme);
        foreach (var written in await Shared.Write(description))
        {
            Assert.Empty(new LyricsRepair(Shared.Pronouncer).Faults(written));
            Assert.Equal(-1, written.Lyrics.AsSpan().IndexOfAny("{}|<>"));
            Assert.DoesNotContain("  ", written.Lyrics, StringComparison.Ordinal);
            Assert.All(
                Shared.Lines(written.Lyrics),
                line => Assert.True(char.IsUpper(line[0]) || char.IsDigit(line[0]), line)
            );
        }
    }

    [Theory]
    [InlineData("a song about my cat Luna in Paris", "Luna", "Paris")]
    [InlineData("for my wife Anna on our anniversary", "Anna", "wife")]
    [InlineData("a robot chef who fell in love with a toaster", "robot", "toaster")]
    [InlineData("my old bicycle and the lighthouse", "bicycle", "lighthouse")]
    public async Task Names_and_things_of_the_description_are_sung(string description, string first, string second)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var all = string.Join('\n', (await Shared.Write(description, seed)).Select(lyrics => lyrics.Lyrics));
            Assert.Contains(first, all, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(second, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Names_in_other_languages_are_kept_and_other_words_are_not()
    {
        var all = string.Join('\n', (await Shared.Write("una canción para mi hija Lucía")).Select(l => l.Lyrics));
        Assert.Contains("Lucía", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hija", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, "verse chorus")]
    [InlineData(60, "verse pre-chorus chorus")]
    [InlineData(120, "verse pre-chorus chorus verse pre-chorus chorus")]
    [InlineData(180, "verse pre-chorus chorus verse pre-chorus chorus bridge chorus")]
    public async Task The_length_chooses_the_form(double seconds, string kinds)
    {
        foreach (var written in await Shared.Write("love", seconds: seconds))
        {
            Assert.Equal(kinds, string.Join(' ', LyricsReader.Read(written.Lyrics).Select(section => section.Kind)));
        }
    }

    [Fact]
    public async Task A_long_song_has_verses_twice_as_long()
    {
        var written = (await Shared.Write("love", seconds: 240))[0];
        Assert.Equal(8, LyricsReader.Read(written.Lyrics)[0].Lines.Length);
    }

    [Fact]
    public void Any_description_gives_lyrics_within_the_limits() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char[" aeiourstnldmTheMy,.?!'-éü爱\n"], 0, 500]), Gen.Long)
            .Sample(
                (text, seed) =>
                {
                    foreach (var draft in Shared.Writer.Drafts(new LyricsWish(text, seed), 2))
                    {
                        var written = draft.Written();
                        Assert.InRange(written.Title.Length, 1, WrittenLyrics.LongestTitle);
                        Assert.InRange(written.Lyrics.Length, 100, WrittenLyrics.LongestLyrics);
                        Assert.True(Pronouncer.IsSingable(written.Lyrics));
                    }
                },
                iter: 150
            );

    [Fact]
    [SuppressMessage("Performance", "CA1849", Justification = "The law is that the task is already done.")]
    public void Writing_is_done_when_the_call_returns() => Assert.True(Shared.Write("rain").IsCompletedSuccessfully);

    [Fact]
    public void A_folder_without_a_book_is_named()
    {
        var fault = Assert.Throws<LyricBookException>(() => HouseWriter.Load("/nowhere", Shared.Pronouncer));
        Assert.Contains("/nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("night", "light", "Perfect")]
    [InlineData("time", "line", "Near")]
    [InlineData("find you", "behind you", "Perfect")]
    [InlineData("the sea", "melody", "Near")]
    [InlineData("the sea", "to see", "None")]
    [InlineData("my heart", "your heart", "None")]
    [InlineData("the car", "the for", "None")]
    [InlineData("cat", "moon", "None")]
    public void Rhymes_are_judged_by_sound(string first, string second, string expected) =>
        Assert.Equal(expected, Rhymer.Judge(Scan(first), Scan(second)).ToString());

    private static Scan Scan(string line) => Shared.Writer.Scanner.Scan(line);
}

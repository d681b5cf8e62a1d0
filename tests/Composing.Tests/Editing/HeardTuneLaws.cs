using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds when words are laid over a tune that was written by ear.</summary>
public sealed class HeardTuneLaws
{
    private static readonly string[] s_lines =
    [
        "Go",
        "Carry me home",
        "Nobody told us how far it would be",
        "Every light along the shore is calling out for more and more",
        "Unbelievable extraordinary circumstances",
        "I do",
    ];

    public static TheoryData<int> Amounts => [1, 2, 5, 14, 40, 120];

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Each_syllable_has_its_note_and_each_line_its_place(int lines)
    {
        foreach (var source in Sources.Sung)
        {
            var lyrics = Words(lines, source.Brief.Seed);
            var song = Sources.Editor.Worded(source, lyrics);
            Assert.NotEmpty(song.Vocals);
            Assert.All(song.Vocals, AssertSung);
            AssertApart(song.Vocals, Sources.Name(source));
            var (first, last) = Span(Sources.Leads(source));
            var (from, to) = Span(song.Vocals);
            Assert.True(from >= first && to <= last, Sources.Name(source));
        }
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Lines_are_sung_in_their_order(int lines)
    {
        foreach (var source in Sources.Sung)
        {
            var lyrics = Words(lines, source.Brief.Seed);
            var asked = LyricsReader
                .Read(lyrics)
                .SelectMany(section => section.Lines)
                .Select(line => line.Shown)
                .ToList();
            var sung = Sources.Editor.Worded(source, lyrics).Vocals.Select(phrase => phrase.Text);
            var at = -1;
            foreach (var text in sung)
            {
                var next = asked.FindIndex(at + 1, line => line == text);
                at = next >= 0 ? next : asked.IndexOf(text);
                Assert.True(at >= 0, text);
            }
        }
    }

    [Fact]
    public void A_few_words_are_sung_more_than_once_over_a_long_tune()
    {
        var source = Sources.Sung.MaxBy(song => Sources.Leads(song).Sum(phrase => phrase.Notes.Length))!;
        var song = Sources.Editor.Worded(source, "[verse]\nCarry me home tonight");
        Assert.InRange(song.Vocals.Length, 2, 6);
    }

    [Fact]
    public void The_same_words_give_the_same_song()
    {
        var source = Sources.Sung[0];
        Assert.Equal(
            Sources.Json(Sources.Editor.Worded(source, Sources.More)),
            Sources.Json(Sources.Editor.Worded(source, Sources.More))
        );
    }

    [Fact]
    public void Edits_work_on_what_came_out()
    {
        foreach (var source in Sources.Sung.Take(3))
        {
            var song = Sources.Editor.Worded(source, Sources.More);
            var cover = Sources.Editor.Cover(song, new SongBrief { Genres = ["Folk"], Seed = 2 }, 0.5);
            var swapped = Sources.Editor.SwapVocals(song, new SongBrief { Seed = 2 });
            Assert.Equal(song.Vocals.Length, Sources.Leads(cover).Count());
            Assert.NotEmpty(Sources.Leads(swapped));
        }
    }

    [Fact]
    public void No_words_are_refused()
    {
        Assert.Throws<BriefRefusedException>(() => Sources.Editor.Worded(Sources.Sung[0], "[verse]\n..."));
        Assert.Throws<BriefRefusedException>(() => Sources.Editor.Worded(Sources.Played[0], Sources.More));
    }

    private static string Words(int lines, long seed)
    {
        var random = new RandomStream(seed, "words");
        return "[verse]\n"
            + string.Join('\n', Enumerable.Range(0, lines).Select(_ => s_lines[random.NextInt(s_lines.Length)]));
    }

    private static void AssertSung(VocalPhrase phrase)
    {
        var syllables = phrase.Words.Sum(word => word.Syllables.Length);
        Assert.Equal(0, phrase.Notes[0].Syllable);
        Assert.Equal(syllables - 1, phrase.Notes[^1].Syllable);
        for (var i = 0; i < phrase.Notes.Length; i++)
        {
            Assert.True(phrase.Notes[i].Length > 0);
            if (i > 0)
            {
                Assert.InRange(phrase.Notes[i].Syllable - phrase.Notes[i - 1].Syllable, 0, 1);
                Assert.True(phrase.Notes[i].Tick >= phrase.Notes[i - 1].Tick + phrase.Notes[i - 1].Length);
            }
        }
    }

    private static void AssertApart(ImmutableArray<VocalPhrase> phrases, string name)
    {
        for (var i = 1; i < phrases.Length; i++)
        {
            var before = phrases[i - 1].Notes[^1];
            Assert.True(phrases[i].Notes[0].Tick >= before.Tick + before.Length, name);
        }
    }

    private static (int First, int Last) Span(IEnumerable<VocalPhrase> phrases)
    {
        var notes = phrases.SelectMany(phrase => phrase.Notes).ToList();
        return (notes.Min(note => note.Tick), notes.Max(note => note.Tick + note.Length));
    }
}

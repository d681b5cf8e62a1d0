using System.Text;
using System.Text.Json;
using CsCheck;
using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>What holds for every text.</summary>
public class ReaderLaws
{
    private static readonly DescriptionReader Reader = new(Room.Library.Words);

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(pair => Assert.NotNull(Reader.Read(pair.Item1, pair.Item2)), iter: 3000);

    [Fact]
    public void Any_soup_of_known_words_is_read_into_known_values()
    {
        var words = Room
            .Library.Words.Entries.SelectMany(entry => entry.Words)
            .Concat([
                "no",
                "without",
                "not",
                "and",
                "or",
                "only",
                "solo",
                "in",
                "a",
                "Am",
                "F#",
                "120",
                "bpm",
                "to",
                "3/4",
                "free",
            ])
            .Concat([", ", ". ", ": ", "(", "-", "&", "'", "é", "中"])
            .ToArray();
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[0, 60]
            .Sample(
                soup =>
                {
                    var text = string.Join(' ', soup);
                    var read = Reader.Read(text, text.Length % 3 == 0 ? text : "");
                    Assert.All(
                        read.Styles,
                        pair => Assert.True(Room.Library.Styles.ContainsKey(pair.Key) && pair.Value > 0)
                    );
                    Assert.All(read.Moods, mood => Assert.True(Room.Library.Moods.ContainsKey(mood)));
                    Assert.All(read.Instruments, name => Assert.True(Room.Library.Instruments.ContainsKey(name)));
                    Assert.All(read.Themes, name => Assert.True(Room.Library.Themes.ContainsKey(name)));
                    Assert.All(read.Genres, name => Assert.True(Room.Library.BgmGenres.ContainsKey(name)));
                    Assert.Empty(read.Instruments.Intersect(read.Without));
                    Assert.True(read.Bpm is null or (>= 40 and <= 240));
                    Assert.True(read.Pace is null || (read.Pace.Value.Slowest >= 40 && read.Pace.Value.Fastest <= 240));
                    Assert.Equal(read.Effect.Clamped(), read.Effect);
                },
                iter: 3000
            );
    }

    [Fact]
    public void What_follows_5000_characters_is_not_read()
    {
        var start = string.Concat(Enumerable.Repeat("happy piano pop, ", 400))[..DescriptionReader.MostCharacters];
        var longer = new StringBuilder(start);
        for (var i = 0; i < 100_000; i++)
        {
            longer.Append(" no sad drums and");
        }

        Assert.Equal(Written(Reader.Read(start)), Written(Reader.Read(longer.ToString())));
    }

    [Fact]
    public void Case_hyphens_and_marks_around_tags_do_not_matter()
    {
        foreach (
            var text in (string[])
                ["lo-fi hip-hop, no drums, piano, sad", "drum and bass; female vocals; 174 bpm; bright"]
        )
        {
            var read = Written(Reader.Read(text));
            Assert.Equal(read, Written(Reader.Read(text.ToUpperInvariant())));
            Assert.Equal(read, Written(Reader.Read(text.Replace('-', ' '))));
            Assert.Equal(read, Written(Reader.Read(text.Replace(", ", " ,  ", StringComparison.Ordinal) + "!!")));
        }
    }

    [Fact]
    public void Words_that_no_list_has_mean_nothing()
    {
        foreach (var text in (string[])["", " ", ",,,;", "Gribble Snorf and the Wandering Quintet", "yyy zzz"])
        {
            Assert.Equal(Written(Composing.Reading.Nothing), Written(Reader.Read(text)));
        }
    }

    [Fact]
    public void Every_style_and_every_value_is_read_in_its_own_name()
    {
        var library = Room.Library;
        Corpus.AssertNone(
            library
                .Styles.Keys.Where(id => Top(Reader.Read(id)) != id)
                .Concat(library.BgmGenres.Keys.Where(name => !Reader.Read(name).Genres.Contains(name)))
                .Concat(
                    library.Moods.Keys.Where(name => char.IsLower(name[0]) && !Reader.Read(name).Moods.Contains(name))
                )
                .Concat(library.Themes.Keys.Where(name => !Reader.Read(name).Themes.Contains(name)))
                .Concat(library.Instruments.Keys.Where(name => !Reader.Read(name).Instruments.Contains(name)))
                .Concat(
                    library
                        .VocalGenres.Where(pair => !pair.Value.ContainsKey(Top(Reader.Read(pair.Key))))
                        .Select(p => p.Key)
                )
        );
    }

    [Fact]
    public void Every_instrument_can_be_ruled_out() =>
        Corpus.AssertNone(
            Room.Library.Instruments.Keys.Where(name =>
                Reader.Read("no " + name) is var read && (read.Removal.IsEmpty || !read.Without.Contains(name))
            )
        );

    [Fact]
    public void Every_genre_and_mood_word_of_the_lists_can_be_denied() =>
        Corpus.AssertNone(
            from entry in Room.Library.Words.Entries
            where entry.Mood is not null || (!entry.Styles.IsEmpty && !entry.Leans)
            from word in entry.Words
            let read = Reader.Read("not " + word)
            where read.Moods.Contains(entry.Mood ?? "") || entry.Styles.Keys.Any(read.Styles.ContainsKey)
            select word
        );

    private static string Top(Composing.Reading read) =>
        read.Styles.IsEmpty ? "" : read.Styles.MaxBy(pair => pair.Value).Key;

    private static string Written(Composing.Reading read) =>
        JsonSerializer.Serialize(read with { Pace = null }) + read.Pace;
}

using CsCheck;

namespace Troubadour.Lyrics.Tests;

public class LyricsReaderLaws
{
    private const int MostCharacters = 2000;

    private static readonly string[] Vocabulary =
    [
        "river",
        "don't",
        "night",
        "I",
        "love",
        "ooh",
        "twenty-one",
        "été",
        "straße",
        "naïve",
        "2",
        "o'clock",
        "rock",
        "time",
        "solo",
        "break",
        "verse",
        "chorus",
    ];

    private static readonly string[] Tags =
    [
        "[verse]",
        "[Verse 1]",
        "[Pre-Chorus]",
        "[Chorus: louder]",
        "[Hook]",
        "【bridge】",
        "[Guitar Solo]",
        "[whispered]",
        "[Outro]",
        "[inst]",
    ];

    private static readonly Gen<string> Line = Gen.Select(
            Gen.Int[0, Vocabulary.Length - 1],
            Gen.OneOf(Gen.Const(" "), Gen.Const(", "), Gen.Const("! "), Gen.Const(" – "), Gen.Const("... "))
        )
        .Array[1, 40]
        .Select(words => string.Concat(words.Select(word => Vocabulary[word.Item1] + word.Item2)));

    private static readonly Gen<string> Break = Gen.OneOf(
        Gen.Const(" "),
        Gen.Const("\n"),
        Gen.Const("\r\n"),
        Gen.Const("\n\n")
    );

    // Lines with or without tags before them; a heading word followed by a colon does not occur, so every word is to be sung.
    private static readonly Gen<string> Lyrics = Gen.Select(Gen.Bool, Gen.Int[0, Tags.Length - 1], Break, Line, Break)
        .Array[1, 12]
        .Select(parts =>
            string.Concat(parts.Select(p => (p.Item1 ? Tags[p.Item2] + p.Item3 : "") + p.Item4 + p.Item5))
        );

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Int[0, 0xFFFF].Array[0, MostCharacters].Select(units => new string([.. units.Select(u => (char)u)])),
        Gen.Char["[]【】()（）:/-–,.!\n\r\t 'abcIV1\ud83c\udfb5\ufffe\u0301"]
            .Array[0, MostCharacters]
            .Select(chars => new string(chars)),
        Gen.OneOf(Gen.Const("[end]"), Gen.Const("[intro]"), Gen.Const("(solo)"), Gen.Const("a "), Gen.Const("\n"))
            .Array[0, 400]
            .Select(pieces => string.Concat(pieces)[..Math.Min(MostCharacters, pieces.Sum(p => p.Length))])
    );

    [Fact]
    public void Every_word_is_sung_once_and_in_order() =>
        Lyrics.Sample(lyrics =>
        {
            var plain = Tags.Aggregate(lyrics, (text, tag) => text.Replace(tag, " ", StringComparison.Ordinal));
            var lines = LyricsReader.Read(lyrics).SelectMany(section => section.Lines);
            return Words(plain).SequenceEqual(Words(string.Join(' ', lines.Select(line => line.Text))));
        });

    [Fact]
    public void Breaths_are_the_written_lines_cut_up() =>
        Lyrics.Sample(lyrics =>
            LyricsReader
                .Read(lyrics)
                .All(section =>
                    string.Join(' ', section.Written) == string.Join(' ', section.Lines.Select(line => line.Text))
                    && section.Lines.All(line => line.Text.Split(' ').Length is >= 1 and <= 14)
                )
        );

    [Fact]
    public void Sources_count_the_written_lines() =>
        Lyrics.Sample(lyrics =>
        {
            var sections = LyricsReader.Read(lyrics);
            var sources = sections.SelectMany(section => section.Lines).Select(line => line.Source).Distinct();
            return sources.SequenceEqual(Enumerable.Range(0, sections.Sum(section => section.Written.Length)));
        });

    [Fact]
    public void No_text_throws_and_sections_and_lines_are_bounded() =>
        AnyText.Sample(
            text =>
            {
                var sections = LyricsReader.Read(text);
                LyricsReader.Normalise(sections);
                // The shortest tag is "[end]", the shortest line a letter and its line end.
                return sections.Length <= text.Length / 4 + 1
                    && sections.Sum(section => section.Lines.Length) <= text.Length
                    && sections.All(section => Kinds.Contains(section.Kind))
                    && sections.SelectMany(section => section.Lines).All(line => line.Text.Any(char.IsLetterOrDigit));
            },
            iter: 300
        );

    [Fact]
    public void The_normalised_text_keeps_the_words_and_has_no_punctuation() =>
        Lyrics.Sample(lyrics =>
        {
            var sections = LyricsReader.Read(lyrics);
            var shown = LyricsReader.Normalise(sections).Split('\n').Where(line => !line.StartsWith('[')).ToList();
            return shown.SequenceEqual(sections.SelectMany(section => section.Written))
                && shown.All(line => !line.Any(c => c is ',' or '.' or '!' or '[' or ']'));
        });

    private static readonly string[] Kinds = ["intro", "verse", "pre-chorus", "chorus", "bridge", "inst", "outro"];

    // The oracle: what stands between signs that are neither letters, digits, apostrophes nor hyphens.
    private static string[] Words(string text) =>
        text.Split(
            [.. text.Where(c => !char.IsLetterOrDigit(c) && c is not ('\'' or '-')).Distinct()],
            StringSplitOptions.RemoveEmptyEntries
        );
}

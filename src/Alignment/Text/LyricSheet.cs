using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Alignment;

/// <summary>Lyrics as a row of words and how they are said.</summary>
/// <param name="Lines">The lines that have words.</param>
/// <param name="Words">All words in order.</param>
/// <param name="IsChinese">Whether most of it is Chinese.</param>
internal sealed record LyricSheet(ImmutableArray<SheetLine> Lines, ImmutableArray<SheetWord> Words, bool IsChinese)
{
    /// <summary>Reads lyrics with their tags.</summary>
    public static LyricSheet Read(string lyrics, Pronouncer pronouncer)
    {
        var sections = LyricsReader.Read(lyrics);
        var rows = sections.SelectMany(section => section.Written).ToList();
        var own = pronouncer.For(lyrics);
        var lines = ImmutableArray.CreateBuilder<SheetLine>();
        var words = ImmutableArray.CreateBuilder<SheetWord>();
        foreach (var row in sections.SelectMany(section => section.Lines).GroupBy(line => line.Source))
        {
            var first = words.Count;
            foreach (var breath in row)
            {
                Add(words, breath, own);
            }

            if (words.Count > first)
            {
                lines.Add(new SheetLine(rows[row.Key], first, words.Count));
            }
        }

        var isChinese = Pronouncer.IsMostlyChinese(string.Concat(rows));
        return new LyricSheet(lines.ToImmutable(), words.ToImmutable(), isChinese);
    }

    private static void Add(ImmutableArray<SheetWord>.Builder words, LyricLine line, Pronouncer pronouncer)
    {
        var whole = Matched(line, pronouncer);
        if (Letters(string.Concat(whole.Select(word => word.Text))) == Letters(line.Shown))
        {
            words.AddRange(whole);
            return;
        }

        // What is said cannot be found in what is written: word by word then.
        foreach (var piece in Pieces(line.Shown))
        {
            words.Add(new SheetWord(piece, pronouncer.Line(piece).IsEmpty ? null : pronouncer.Word(piece)));
        }
    }

    // What the pronouncer leaves out, words of other scripts, stands between the words that it knows.
    private static List<SheetWord> Matched(LyricLine line, Pronouncer pronouncer)
    {
        var words = new List<SheetWord>();
        var text = line.Shown;
        var at = 0;
        foreach (var word in pronouncer.Line(line.Text))
        {
            var found = text.IndexOf(word.Text, at, StringComparison.OrdinalIgnoreCase);
            if (found >= 0)
            {
                words.AddRange(Pieces(text[at..found]).Select(piece => new SheetWord(piece, null)));
                at = found + word.Text.Length;
            }

            words.Add(new SheetWord(word.Text, word));
        }

        words.AddRange(Pieces(text[at..]).Select(piece => new SheetWord(piece, null)));
        return words;
    }

    private static IEnumerable<string> Pieces(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(piece => piece.Any(char.IsLetterOrDigit));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

namespace Troubadour.Lyrics;

/// <summary>Reads the rows of one section: words for two voices, how each is sung, what is sung again.</summary>
internal static class SectionRows
{
    /// <summary>The rows in order. Directions repeat a row or the section so far; rows are at most four times as many as written.</summary>
    public static List<SungRow> Read(string body)
    {
        var rows = new List<SungRow>();
        var parts = Directions.Runs(body).SelectMany(run => Parts(run.Delivery, run.Text)).ToList();
        var most = 0;
        foreach (var part in parts)
        {
            most += StageWords.MostTimes * part.Pieces.Count;
            var again = part.Pieces.Count == 0 ? [.. rows] : part.Pieces;
            var times = part.Pieces.Count == 0 ? part.Times - 1 : part.Times;
            for (var i = 0; i < times && rows.Count + again.Count <= most; i++)
            {
                rows.AddRange(again);
            }
        }

        return rows;
    }

    private static IEnumerable<Part> Parts(Delivery delivery, string text)
    {
        var rows = Asides
            .Balanced(text.Split('\n').Select(row => row.Trim()))
            .SelectMany(Directions.AfterRepeats)
            .Select(Directions.Read)
            .Where(row => row.Row.Any(char.IsLetterOrDigit) || row.Times > 1 || row.Delivery is not null)
            .ToList();
        var isOneLine = rows.Count(row => row.Row.Any(char.IsLetterOrDigit)) == 1;
        foreach (var (row, own, times) in rows)
        {
            if (!row.Any(char.IsLetterOrDigit))
            {
                delivery = own ?? delivery;
                if (times > 1)
                {
                    yield return new Part([], times);
                }

                continue;
            }

            var pieces = isOneLine ? LyricsReader.Sentences(row) : [row];
            yield return new Part(Clean(pieces, own ?? delivery), Math.Max(1, times));
        }
    }

    private static List<SungRow> Clean(IEnumerable<string> pieces, Delivery delivery)
    {
        var isOpen = false;
        var rows = new List<SungRow>();
        foreach (var piece in pieces)
        {
            var words = Asides.ByWord(LyricsReader.Clean(piece), ref isOpen);
            if (words.Any(char.IsLetterOrDigit))
            {
                rows.Add(new SungRow(words, delivery));
            }
        }

        return rows;
    }

    // Without pieces it repeats the section so far.
    private readonly record struct Part(List<SungRow> Pieces, int Times);
}

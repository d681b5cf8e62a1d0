namespace Troubadour.Alignment;

/// <summary>
/// Places words by the recogniser in two passes. The first goes over the whole recording with a grammar that lets lines be missing and
/// other words be sung between lines: so it is known which lines lie where. The second takes each stretch of lines without anything
/// between them, and allows nothing else.
/// </summary>
internal static class RecogniserSearch
{
    // Sounds beside the lyrics are taken for real from this length; what is shorter is taken as part of the lines around it.
    private const double LongestSlip = 0.8;
    private const double LongestPause = 0.5;

    /// <summary>Places what can be placed.</summary>
    /// <returns>For each word of the sheet its place, or null.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static WordPlace?[] Place(
        Recogniser recogniser,
        LyricSheet sheet,
        double seconds,
        CancellationToken cancellation
    )
    {
        var whole = new Passage(0, seconds, sheet.Lines, IsStrict: false);
        var first = recogniser.Find([whole], cancellation)[0];
        var passages = Passages(first, sheet, seconds);
        var second = recogniser.Find(passages, cancellation);
        var places = new WordPlace?[sheet.Words.Length];
        Put(places, first);
        foreach (var heard in second)
        {
            Put(places, heard);
        }

        return places;
    }

    private static List<Passage> Passages(List<HeardWord> heard, LyricSheet sheet, double seconds)
    {
        if (heard.TrueForAll(word => word.Word < 0))
        {
            return [new Passage(0, seconds, sheet.Lines, IsStrict: true)];
        }

        var words = heard.Select(word => word.Word).ToHashSet();
        var lines = sheet.Lines.Where(line => Enumerable.Range(line.First, line.End - line.First).Any(words.Contains));
        var left = new Queue<SheetLine>(lines);
        var passages = new List<Passage>();
        var start = 0.0;
        foreach (var (from, to) in Strays(heard).Append((seconds, seconds)))
        {
            var last = heard
                .LastOrDefault(word => word.Word >= 0 && word.Start < from, new HeardWord(-1, 0, 0, 0))
                .Word;
            var inside = new List<SheetLine>();
            while (left.TryPeek(out var line) && line.First <= last)
            {
                inside.Add(left.Dequeue());
            }

            if (inside.Count > 0 && from > start)
            {
                passages.Add(new Passage(start, from, inside, IsStrict: true));
            }

            start = to;
        }

        return passages;
    }

    // Where something else is sung.
    private static IEnumerable<(double From, double To)> Strays(List<HeardWord> heard)
    {
        var (from, to) = (0.0, 0.0);
        foreach (var word in heard)
        {
            if (word.Word < 0 && to > from && word.Start - to < LongestPause)
            {
                to = word.End;
                continue;
            }

            if (to - from >= LongestSlip)
            {
                yield return (from, to);
            }

            (from, to) = word.Word < 0 ? (word.Start, word.End) : (0, 0);
        }

        if (to - from >= LongestSlip)
        {
            yield return (from, to);
        }
    }

    private static void Put(WordPlace?[] places, List<HeardWord> heard)
    {
        foreach (var word in heard.Where(word => word.Word >= 0 && word.Word < places.Length))
        {
            places[word.Word] = new WordPlace(word.Start, word.End, Likelihood.Of(word), AlignmentMethod.Recogniser);
        }
    }
}

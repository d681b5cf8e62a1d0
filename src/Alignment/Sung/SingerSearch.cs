using Troubadour.Analysis;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Alignment;

/// <summary>Places what is left over by our own singer: each run of lines without a place between lines that have theirs.</summary>
internal static class SingerSearch
{
    private const int FineHop = 320;
    private const int CoarseHop = 640;
    private const long MostPairs = 100_000_000;

    // How much of the voiced time the words are thought to take, and what a syllable takes at least and at most.
    private const double Share = 0.9;
    private const double ShortestSyllable = 0.12;
    private const double LongestSyllable = 0.5;

    // A stretch needs that much voice a syllable to be looked into; and between lines that were found, half of what theirs took.
    private const double LeastVoice = 0.08;
    private const double LeastShare = 0.5;

    /// <summary>Adds places for words that have none.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Place(WordPlace?[] found, Search search, Func<ISinger> singers, CancellationToken cancellation)
    {
        TemplateSinger? singer = null;
        var least = Math.Max(LeastVoice, LeastShare * Pace(found, search.Sheet));
        var lines = search.Sheet.Lines;
        for (var i = 0; i < lines.Length; )
        {
            if (HasPlace(found, lines[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < lines.Length && !HasPlace(found, lines[end]))
            {
                end++;
            }

            var from = found.AsSpan(0, lines[i].First).ToArray().LastOrDefault(place => place is not null)?.End ?? 0;
            var to =
                end == lines.Length
                    ? search.Seconds
                    : found.Skip(lines[end].First).First(place => place is not null)!.Value.Start;
            if (to > from)
            {
                singer ??= new TemplateSinger(singers(), search.Hints.Melody);
                Place(found, search, singer, [.. lines[i..end]], new TimeSpanSeconds(from, to), least, cancellation);
            }

            i = end;
        }
    }

    private static bool HasPlace(WordPlace?[] found, SheetLine line) =>
        found.AsSpan(line.First, line.End - line.First).ContainsAnyExcept((WordPlace?)null);

    private static void Place(
        WordPlace?[] found,
        Search search,
        TemplateSinger singer,
        IReadOnlyList<SheetLine> lines,
        TimeSpanSeconds stretch,
        double least,
        CancellationToken cancellation
    )
    {
        var voice = search.Voiced.Within(stretch.Start, stretch.End).Sum(span => span.End - span.Start);
        var syllables = lines.Sum(line => Syllables(search.Sheet, line));
        if (syllables == 0 || voice < least * syllables)
        {
            return;
        }

        var syllable = Math.Clamp(Share * voice / syllables, ShortestSyllable, LongestSyllable);
        var seconds = stretch.End - stretch.Start;
        var hop = Pairs(FineHop, seconds, syllables * syllable) <= MostPairs ? FineHop : CoarseHop;
        if (Pairs(hop, seconds, syllables * syllable) > 4 * MostPairs)
        {
            return;
        }

        var from = (int)(stretch.Start * Sound.Rate);
        var sound = search.Sound.AsSpan(from, Math.Min(search.Sound.Length - from, (int)(seconds * Sound.Rate)));
        var values = new MelCepstra().Of(sound, hop, cancellation);
        var isVoice = new bool[values.Length / MelCepstra.Width];
        for (var i = 0; i < isVoice.Length; i++)
        {
            isVoice[i] = search.Voiced.Has(stretch.Start + (i + 0.5) * hop / Sound.Rate);
        }

        Likeness.Level(values, isVoice);
        var best = double.MaxValue;
        foreach (var gender in Enum.GetValues<Gender>())
        {
            var template = singer.Sing(search.Sheet, lines, gender, stretch, syllable, hop, cancellation);
            var path = TemplatePath.Find(template, values, isVoice, cancellation);
            if (path?.Sum(pair => (double)pair.Cost) is { } cost && cost < best)
            {
                best = cost;
                Put(found, template, path, stretch.Start, (double)hop / Sound.Rate);
            }
        }
    }

    // Seconds a syllable of what was found: the middle one of the words.
    private static double Pace(WordPlace?[] found, LyricSheet sheet)
    {
        var paces = found
            .Select((place, i) => place is { } word ? (word.End - word.Start) / sheet.Words[i].Weight : -1)
            .Where(pace => pace >= 0)
            .Order()
            .ToArray();
        return paces.Length == 0 ? 0 : paces[paces.Length / 2];
    }

    private static double Pairs(int hop, double seconds, double sung) =>
        seconds * sung * ((double)Sound.Rate / hop) * ((double)Sound.Rate / hop);

    private static int Syllables(LyricSheet sheet, SheetLine line)
    {
        var count = 0;
        for (var i = line.First; i < line.End; i++)
        {
            count += sheet.Words[i].Sung?.Syllables.Length ?? 0;
        }

        return count;
    }

    private static void Put(
        WordPlace?[] found,
        Template template,
        (int Frame, float Cost)[] path,
        double start,
        double step
    )
    {
        for (var i = 0; i < path.Length; )
        {
            var word = template.Words[path[i].Frame];
            var (end, cost) = (i, 0.0);
            while (end < path.Length && template.Words[path[end].Frame] == word)
            {
                cost += path[end++].Cost;
            }

            if (word >= 0)
            {
                var confidence = Math.Clamp(0.9 - 0.5 * cost / (end - i), 0.05, 1);
                found[word] = new WordPlace(start + i * step, start + end * step, confidence, AlignmentMethod.Singer);
            }

            i = end;
        }
    }
}

using System.Collections.Immutable;
using Troubadour.Analysis;

namespace Troubadour.Alignment;

/// <summary>
/// Gives every word a time: those that were found keep theirs, the others share the voiced time between their neighbours by their
/// syllables. Then the times are put in order, each word at least a fiftieth of a second long where there is room.
/// </summary>
internal static class Spreading
{
    private const double Shortest = 0.02;

    // What a syllable takes where nothing else limits it.
    private const double LongestSyllable = 1;

    /// <summary>Times for all words.</summary>
    /// <param name="sheet">The words.</param>
    /// <param name="found">What was found, by word.</param>
    /// <param name="voiced">Where the voice is heard.</param>
    /// <param name="seconds">The length of the sound, above 0.</param>
    public static AlignedWord[] Place(
        LyricSheet sheet,
        IReadOnlyList<WordPlace?> found,
        VoicedTime voiced,
        double seconds
    )
    {
        var places = new WordPlace[sheet.Words.Length];
        for (var i = 0; i < places.Length; )
        {
            if (found[i] is { } place)
            {
                places[i++] = place;
                continue;
            }

            var end = i;
            while (end < places.Length && found[end] is null)
            {
                end++;
            }

            var from = i == 0 ? 0 : places[i - 1].End;
            var to = end == places.Length ? seconds : found[end]!.Value.Start;
            Share(sheet.Words.AsSpan(i, end - i), places.AsSpan(i), voiced, from, Math.Max(from, to));
            i = end;
        }

        Order(places, seconds);
        return
        [
            .. places.Select(
                (place, i) =>
                    new AlignedWord(sheet.Words[i].Text, place.Start, place.End, place.Confidence, place.Method)
            ),
        ];
    }

    private static void Share(
        ReadOnlySpan<SheetWord> words,
        Span<WordPlace> places,
        VoicedTime voiced,
        double from,
        double to
    )
    {
        var spans = voiced.Within(from, to).ToList();
        if (spans.Count == 0)
        {
            spans.Add(new TimeSpanSeconds(from, to));
        }

        var weight = 0;
        foreach (var word in words)
        {
            weight += word.Weight;
        }

        var time = Math.Min(spans.Sum(span => span.End - span.Start), weight * LongestSyllable);
        var done = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var start = At(spans, time * done / weight, isEnd: false);
            done += words[i].Weight;
            places[i] = new WordPlace(start, At(spans, time * done / weight, isEnd: true), 0, AlignmentMethod.Spread);
        }
    }

    // The second at which so much voiced time has passed; at a seam its end for ends and the next start for starts.
    private static double At(List<TimeSpanSeconds> spans, double time, bool isEnd)
    {
        for (var i = 0; i < spans.Count - 1; i++)
        {
            var length = spans[i].End - spans[i].Start;
            if (isEnd ? time <= length : time < length)
            {
                return spans[i].Start + time;
            }

            time -= length;
        }

        return Math.Min(spans[^1].Start + time, spans[^1].End);
    }

    private static void Order(Span<WordPlace> places, double seconds)
    {
        var least = Math.Min(Shortest, seconds / (places.Length + 1));
        var earliest = 0.0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = places[i] with { Start = Math.Max(earliest, places[i].Start) };
            earliest = places[i].Start + least;
        }

        var latest = seconds;
        for (var i = places.Length - 1; i >= 0; i--)
        {
            var start = Math.Min(places[i].Start, latest - least);
            places[i] = places[i] with
            {
                Start = start,
                End = Math.Min(Math.Max(places[i].End, start + least), latest),
            };
            latest = start;
        }
    }
}

using System.Collections.Immutable;
using Troubadour.Analysis;

namespace Troubadour.Transcription;

/// <summary>Shares the tune's notes out among words whose times are known; a word without notes of its own is sung on the nearest ones.</summary>
internal sealed class KnownWords(IReadOnlyList<NoteEstimate> notes)
{
    private const double Early = 0.06;
    private const double Late = 0.3;
    private const double Shortest = 0.04;
    private const int Middle = 62;

    /// <summary>The words with their tones; words that are no stretch of time are left out.</summary>
    public List<ToneWord> Sing(ImmutableArray<TimedWord> words, double seconds)
    {
        var sorted = words
            .Where(word =>
                word.Start >= 0 && word.End > word.Start && word.Start < seconds && !word.Word.Syllables.IsEmpty
            )
            .OrderBy(word => word.Start)
            .ToList();
        var sung = new List<ToneWord>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var limit = i + 1 < sorted.Count ? sorted[i + 1].Start : seconds;
            var from = sung.Count > 0 ? Math.Max(sung[^1].End, sorted[i].Start - Early) : sorted[i].Start - Early;
            if (limit - Math.Max(from, sorted[i].Start) >= Shortest * sorted[i].Word.Syllables.Length)
            {
                sung.Add(Sing(sorted[i], Math.Max(0, from), limit));
            }
        }

        return sung;
    }

    private ToneWord Sing(TimedWord word, double from, double limit)
    {
        var count = word.Word.Syllables.Length;
        var until = Math.Min(limit - Early, word.End + Late);
        var own = notes.Where(note => note.Start >= from && note.Start < until).ToList();
        if (own.Count < count)
        {
            return new(word.Word, Even(Math.Max(from, word.Start), Math.Min(word.End, limit), count));
        }

        return new(
            word.Word,
            [
                .. own.Select(
                    (note, i) => new SungTone(note.Start, Math.Min(note.End, limit), note.Key, Math.Min(i, count - 1))
                ),
            ]
        );
    }

    private ImmutableArray<SungTone> Even(double start, double end, int count)
    {
        end = Math.Max(end, start + Shortest * count);
        var step = (end - start) / count;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new SungTone(start + i * step, start + (i + 1) * step, Key(start + (i + 0.5) * step), i)),
        ];
    }

    private int Key(double second) =>
        notes.MinBy(note => Math.Max(0, Math.Max(note.Start - second, second - note.End)))?.Key ?? Middle;
}

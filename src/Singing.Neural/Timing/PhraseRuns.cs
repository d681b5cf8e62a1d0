using System.Collections.Immutable;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Cuts a long phrase into runs that the models sing one by one, so that their memory is bounded: at a silence where there is one, else
/// before a word, else before a phoneme. Each run starts and ends with silence.
/// </summary>
internal static class PhraseRuns
{
    /// <summary>Seconds of the longest run.</summary>
    public const double Longest = 14;

    /// <summary>Seconds of the longest phoneme.</summary>
    public const double LongestPhoneme = 45;

    private const double Pad = 0.1;

    /// <summary>Cuts a phrase.</summary>
    /// <param name="phonemes">The phonemes, silence first and last.</param>
    /// <param name="slots">Their phones.</param>
    /// <exception cref="ArgumentException">A phoneme is too long.</exception>
    public static IEnumerable<ImmutableArray<TimedPhoneme>> Split(
        ImmutableArray<TimedPhoneme> phonemes,
        ImmutableArray<SungSlot> slots
    )
    {
        var first = 0;
        while (first < phonemes.Length)
        {
            var next = End(phonemes, slots, first);
            yield return Padded(phonemes[first..next]);
            first = next;
        }
    }

    private static int End(ImmutableArray<TimedPhoneme> phonemes, ImmutableArray<SungSlot> slots, int first)
    {
        var (rest, word, last) = (-1, -1, first + 1);
        for (var i = first; i < phonemes.Length; i++)
        {
            if (phonemes[i].End - phonemes[i].Start > LongestPhoneme)
            {
                throw new ArgumentException($"A note is longer than {LongestPhoneme} s.", nameof(phonemes));
            }

            if (phonemes[i].End - phonemes[first].Start > Longest)
            {
                return rest > first ? rest
                    : word > first ? word
                    : last;
            }

            last = i + 1;
            if (phonemes[i].Slot < 0 && i > first && phonemes[i].Phoneme == PhonemeTable.Silence)
            {
                rest = i + 1;
            }

            if (i + 1 < phonemes.Length && StartsWord(phonemes, slots, i + 1))
            {
                word = i + 1;
            }
        }

        return phonemes.Length;
    }

    private static bool StartsWord(ImmutableArray<TimedPhoneme> phonemes, ImmutableArray<SungSlot> slots, int i)
    {
        var (before, here) = (phonemes[i - 1].Slot, phonemes[i].Slot);
        return before >= 0 && here >= 0 && slots[before].Word != slots[here].Word;
    }

    private static ImmutableArray<TimedPhoneme> Padded(ImmutableArray<TimedPhoneme> run)
    {
        var (start, end) = (run[0].Start, run[^1].End);
        if (run[0].Phoneme != PhonemeTable.Silence)
        {
            run = run.Insert(0, new TimedPhoneme(PhonemeTable.Silence, -1, true, start - Pad, start));
        }

        return run[^1].Phoneme == PhonemeTable.Silence
            ? run
            : run.Add(new TimedPhoneme(PhonemeTable.Silence, -1, true, end, end + Pad));
    }
}

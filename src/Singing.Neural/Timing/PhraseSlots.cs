using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>A phrase's phones by syllable, and when each syllable's notes begin and end.</summary>
internal sealed class PhraseSlots
{
    private const int MostPhones = 2_000;

    private PhraseSlots(ImmutableArray<SungSlot> slots, PhraseScore phrase, int syllables)
    {
        All = slots;
        Onsets = [.. Enumerable.Range(0, syllables).Select(_ => new List<int>())];
        Codas = [.. Enumerable.Range(0, syllables).Select(_ => new List<int>())];
        Vowels = new int[syllables];
        Array.Fill(Vowels, -1);
        for (var j = 0; j < slots.Length; j++)
        {
            var k = slots[j].Syllable;
            if (slots[j].IsVowel && Vowels[k] < 0)
            {
                Vowels[k] = j;
            }
            else
            {
                (Vowels[k] < 0 ? Onsets : Codas)[k].Add(j);
            }
        }

        if (Array.Exists(Vowels, v => v < 0))
        {
            throw new ArgumentException("A syllable of the phrase has no vowel.", nameof(phrase));
        }

        (Starts, Ends, Keys) = Times(phrase, syllables);
    }

    /// <summary>The phones in order.</summary>
    public ImmutableArray<SungSlot> All { get; }

    /// <summary>Indices of the consonants before each syllable's vowel.</summary>
    public List<int>[] Onsets { get; }

    /// <summary>Indices of the vowels.</summary>
    public int[] Vowels { get; }

    /// <summary>Indices of the consonants after each syllable's vowel.</summary>
    public List<int>[] Codas { get; }

    /// <summary>When each syllable's first note starts, in seconds.</summary>
    public double[] Starts { get; }

    /// <summary>When each syllable's last note ends, in seconds.</summary>
    public double[] Ends { get; }

    /// <summary>The MIDI key that each syllable starts on.</summary>
    public long[] Keys { get; }

    /// <summary>Reads a phrase.</summary>
    /// <exception cref="ArgumentException">The notes do not cover the syllables, a phone is unknown, or the phrase is too long.</exception>
    public static PhraseSlots Of(PhraseScore phrase)
    {
        var slots = ImmutableArray.CreateBuilder<SungSlot>();
        var syllable = 0;
        for (var w = 0; w < phrase.Words.Length; w++)
        {
            foreach (var part in phrase.Words[w].Syllables)
            {
                slots.AddRange(part.Phones.Select(p => new SungSlot(p, Phones.ClassOf(p), syllable, w)));
                syllable++;
            }
        }

        return slots.Count is > 0 and <= MostPhones
            ? new PhraseSlots(slots.ToImmutable(), phrase, syllable)
            : throw new ArgumentException($"A phrase must have 1 to {MostPhones} phones.", nameof(phrase));
    }

    private static (double[] Starts, double[] Ends, long[] Keys) Times(PhraseScore phrase, int syllables)
    {
        var (starts, ends, keys) = (new double[syllables], new double[syllables], new long[syllables]);
        Array.Fill(starts, double.NaN);
        foreach (var note in phrase.Notes)
        {
            if (note.Syllable < 0 || note.Syllable >= syllables || !double.IsFinite(note.Start + note.End + note.Pitch))
            {
                throw new ArgumentException("A note belongs to no syllable, or is no number.", nameof(phrase));
            }

            if (double.IsNaN(starts[note.Syllable]))
            {
                starts[note.Syllable] = note.Start;
                keys[note.Syllable] = (long)Math.Clamp(Math.Round(note.Pitch), 0, 127);
            }

            ends[note.Syllable] = note.End;
        }

        for (var k = 0; k < syllables; k++)
        {
            if (double.IsNaN(starts[k]) || (k > 0 && starts[k] <= starts[k - 1]))
            {
                throw new ArgumentException(
                    "The notes leave out a syllable of the phrase, or go back.",
                    nameof(phrase)
                );
            }
        }

        return (starts, ends, keys);
    }
}

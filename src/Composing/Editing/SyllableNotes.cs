using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Gives each syllable of a line its note of a tune: long notes are parted where there are too few, neighbours are slurred where there are too many.</summary>
internal static class SyllableNotes
{
    private const int MostSlurred = 3;
    private const int Shortest = Ticks.PerSixteenth / 2;
    private const int Rest = Ticks.PerSixteenth;

    /// <summary>The notes with their syllables.</summary>
    /// <param name="tune">The notes in rising time, at least one.</param>
    /// <param name="syllables">How many syllables are sung, at least one.</param>
    public static ImmutableArray<VocalNote> Fit(ImmutableArray<VocalNote> tune, int syllables)
    {
        var notes = tune.ToList();
        while (notes.Count < syllables)
        {
            Part(notes);
        }

        return Sung(notes, syllables);
    }

    private static void Part(List<VocalNote> notes)
    {
        var longest = Enumerable.Range(0, notes.Count).MaxBy(i => notes[i].Length);
        var note = notes[longest];
        var half = Math.Max(1, note.Length / 2);
        if (half < Shortest && Room(notes, longest) is var room && room > note.Length)
        {
            half = Math.Max(1, room / 2);
        }

        notes[longest] = note with { Length = half };
        notes.Insert(longest + 1, note with { Tick = note.Tick + half, Length = half });
    }

    // What a note may have until the next one.
    private static int Room(List<VocalNote> notes, int index) =>
        index + 1 < notes.Count ? notes[index + 1].Tick - notes[index].Tick : notes[index].Length;

    private static ImmutableArray<VocalNote> Sung(List<VocalNote> notes, int syllables)
    {
        var slurred = new bool[notes.Count];
        var dropped = new bool[notes.Count];
        var left = notes.Count - syllables;
        foreach (var i in Enumerable.Range(1, notes.Count - 1).OrderBy(i => Effort(notes, i)).ThenBy(i => i))
        {
            if (left > 0)
            {
                left--;
                slurred[i] = true;
                dropped[i] = Run(slurred, dropped, i) > MostSlurred;
            }
        }

        var result = ImmutableArray.CreateBuilder<VocalNote>();
        var syllable = -1;
        for (var i = 0; i < notes.Count; i++)
        {
            if (dropped[i])
            {
                var before = result[^1];
                result[^1] = before with { Length = notes[i].Tick + notes[i].Length - before.Tick };
                continue;
            }

            syllable += slurred[i] ? 0 : 1;
            result.Add(notes[i] with { Syllable = syllable });
        }

        return result.ToImmutable();
    }

    // Short notes beside their neighbours are slurred first, those behind a rest last.
    private static double Effort(List<VocalNote> notes, int i)
    {
        var (before, note) = (notes[i - 1], notes[i]);
        var rest = note.Tick - before.Tick - before.Length > Rest ? 10.0 : 0;
        return rest + Math.Abs(note.Key - before.Key) * 0.2 + (double)note.Length / Ticks.PerQuarter;
    }

    // The notes that a syllable has when this one belongs to it.
    private static int Run(bool[] slurred, bool[] dropped, int index)
    {
        var (first, last) = (index, index);
        while (slurred[first])
        {
            first--;
        }

        while (last + 1 < slurred.Length && slurred[last + 1])
        {
            last++;
        }

        return Enumerable.Range(first, last - first + 1).Count(i => !dropped[i]);
    }
}

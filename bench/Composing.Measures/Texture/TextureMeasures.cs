using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Measures of everything pitched that sounds together.</summary>
public static class TextureMeasures
{
    private const int FewestNotes = 200;

    /// <summary>Measures the piece; empty when it has fewer than 200 notes.</summary>
    public static ImmutableSortedDictionary<string, double> Of(TexturePiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var found = new Findings();
        if (piece.Notes.Length < FewestNotes)
        {
            return found.ToDictionary();
        }

        var bars = piece
            .Notes.GroupBy(note => note.Slot / piece.BarSlots)
            .OrderBy(bar => bar.Key)
            .ToDictionary(bar => bar.Key, bar => bar.ToList());
        var rows = bars.OrderBy(bar => bar.Key).Select(bar => Onsets(bar.Value, piece.BarSlots)).ToList();
        found.AddMean(
            "texture.groove.adjacent",
            [.. rows.Skip(1).Select((row, i) => RhythmMeasures.Similarity(rows[i], row))]
        );
        found.AddMean("texture.groove.all", RhythmMeasures.AllPairs(rows));
        var numbers = bars.Keys.Order().ToList();
        found.AddMean("texture.h1", [.. numbers.Select(bar => Entropy(bars, bar, 1))]);
        found.AddMean("texture.h4", [.. numbers.SkipLast(3).Select(bar => Entropy(bars, bar, 4))]);
        found.Add("texture.scale", Stat.ScaleConsistency([.. piece.Notes.Select(note => note.Key)]));
        Sounding(piece, found);
        found.Add("texture.notes", (double)piece.Notes.Length / bars.Count);
        found.Add("texture.velocity", Stat.Deviation([.. piece.Notes.Select(note => (double)note.Velocity)]));
        return found.ToDictionary();
    }

    private static bool[] Onsets(IEnumerable<TextureNote> notes, int slots)
    {
        var row = new bool[slots];
        foreach (var note in notes)
        {
            row[note.Slot % slots] = true;
        }

        return row;
    }

    private static double Entropy(Dictionary<int, List<TextureNote>> bars, int from, int count) =>
        Stat.PitchClassEntropy(
            Enumerable.Range(from, count).SelectMany(bar => bars.GetValueOrDefault(bar) ?? []).Select(note => note.Key)
        );

    private static void Sounding(TexturePiece piece, Findings found)
    {
        var on = new int[(int)(piece.Notes.Max(note => note.Start + note.Length) + 2)];
        foreach (var note in piece.Notes)
        {
            for (var slot = note.Slot; slot < Math.Min(on.Length, note.EndSlot); slot++)
            {
                on[slot]++;
            }
        }

        found.AddMean("texture.sounding", [.. on.Where(count => count > 0).Select(count => (double)count)]);
        found.Add("texture.empty", (double)on.Count(count => count == 0) / on.Length);
    }
}

using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Measures of drum grooves.</summary>
public static class DrumMeasures
{
    private const int FewestBars = 4;
    private const int FewestStrokes = 32;

    /// <summary>Measures the piece; empty when it has fewer than four bars.</summary>
    public static ImmutableSortedDictionary<string, double> Of(DrumPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var found = new Findings();
        var bars = piece.Strokes.GroupBy(stroke => stroke.Slot / piece.BarSlots).OrderBy(bar => bar.Key).ToList();
        if (bars.Count < FewestBars)
        {
            return found.ToDictionary();
        }

        var rows = bars.ConvertAll(bar => Row(bar, piece.BarSlots));
        found.AddMean(
            "drums.groove.adjacent",
            [.. rows.Skip(1).Select((row, i) => RhythmMeasures.Similarity(rows[i], row))]
        );
        foreach (var voice in (DrumVoice[])[DrumVoice.Kick, DrumVoice.Snare, DrumVoice.Hat])
        {
            Velocities(piece, voice, found);
        }

        Timing(piece, found);
        return found.ToDictionary();
    }

    private static bool[] Row(IEnumerable<DrumStroke> bar, int slots)
    {
        var row = new bool[3 * slots];
        foreach (var stroke in bar)
        {
            row[(int)stroke.Voice * slots + stroke.Slot % slots] = true;
        }

        return row;
    }

    private static void Velocities(DrumPiece piece, DrumVoice voice, Findings found)
    {
        var name = voice switch
        {
            DrumVoice.Kick => "kick",
            DrumVoice.Snare => "snare",
            _ => "hat",
        };
        var strokes = piece.Strokes.Where(stroke => stroke.Voice == voice).ToList();
        for (var place = 0; place < 4; place++)
        {
            found.AddMean(
                $"drums.{name}.velocity{place + 1}",
                [.. strokes.Where(s => s.Slot % 4 == place).Select(s => (double)s.Velocity)]
            );
        }

        if (strokes.Count > 1)
        {
            found.Add($"drums.{name}.spread", Stat.Deviation([.. strokes.Select(s => (double)s.Velocity)]));
        }
    }

    // Each drum's own push is taken out before the spread is measured; neighbours in time give the autocorrelation.
    private static void Timing(DrumPiece piece, Findings found)
    {
        if (piece.Strokes.Length < FewestStrokes)
        {
            return;
        }

        found.Add("drums.late", piece.Strokes.Average(stroke => stroke.LateMs));
        found.Add("drums.timing", Stat.Deviation([.. piece.Strokes.Select(stroke => stroke.LateMs)]));
        var push = piece.Strokes.GroupBy(s => s.Voice).ToDictionary(g => g.Key, g => g.Average(s => s.LateMs));
        var residuals = piece
            .Strokes.GroupBy(stroke => stroke.Slot)
            .OrderBy(slot => slot.Key)
            .Select(slot => slot.Average(stroke => stroke.LateMs - push[stroke.Voice]))
            .ToList();
        found.Add("drums.residual", Stat.Deviation(residuals));
        found.Add("drums.autocorrelation", Autocorrelation(residuals));
    }

    private static double Autocorrelation(List<double> values)
    {
        var mean = values.Average();
        var energy = values.Sum(value => (value - mean) * (value - mean));
        var next = values.Skip(1).Select((value, i) => (value - mean) * (values[i] - mean)).Sum();
        return energy < 1e-9 ? 0 : next / energy;
    }
}

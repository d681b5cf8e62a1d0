using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The chords on beats, without gaps, the last one from the end of the form on.</summary>
internal static class ChordWriter
{
    /// <summary>The chords.</summary>
    /// <param name="document">What was heard; where it has no chord, the one before goes on, and the first one starts the song.</param>
    /// <param name="grid">Its time.</param>
    /// <param name="key">Its key, whose triad stands where no chord was heard at all.</param>
    /// <param name="end">The end of the form.</param>
    public static ImmutableArray<ChordSpan> Of(AnalysisDocument document, BeatGrid grid, Key key, int end)
    {
        var starts = Starts(document, grid);
        var home = new Chord(key.Tonic, key.IsMinor ? ChordQuality.Minor : ChordQuality.Major, key.Tonic);
        List<(int Tick, Chord Chord)> changes = [(0, starts.Values.FirstOrDefault(home))];
        foreach (var (tick, chord) in starts.Where(pair => pair.Key < end && pair.Key > 0))
        {
            if (chord != changes[^1].Chord)
            {
                changes.Add((tick, chord));
            }
        }

        var last = starts.TryGetValue(end, out var ending) ? ending : changes[^1].Chord;
        return
        [
            .. changes.Select((c, i) => new ChordSpan(c.Tick, Next(changes, i, end) - c.Tick, c.Chord)),
            new ChordSpan(end, Math.Max(1, grid.Last - end), last),
        ];
    }

    private static int Next(List<(int Tick, Chord Chord)> changes, int i, int end) =>
        i + 1 < changes.Count ? changes[i + 1].Tick : end;

    private static SortedDictionary<int, Chord> Starts(AnalysisDocument document, BeatGrid grid)
    {
        var pulse = grid.Meter.TicksPerPulse;
        var starts = new SortedDictionary<int, Chord>();
        foreach (var estimate in document.Chords.OrderBy(chord => chord.Start))
        {
            if (Heard(estimate) is { } chord && double.IsFinite(estimate.Start))
            {
                starts[(int)Math.Round(grid.Map.TickAt(Math.Max(0, estimate.Start)) / pulse) * pulse] = chord;
            }
        }

        return starts;
    }

    private static Chord? Heard(ChordEstimate estimate) =>
        ChordSymbols.TryParse(estimate.Symbol, out var chord) ? chord
        : estimate is { Root: { } root and >= 0 and < 12, Quality: { } quality } ? new Chord(root, quality, root)
        : null;
}

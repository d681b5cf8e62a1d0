using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The form: sections from bar line to bar line up to the last bar, whose chord rings out.</summary>
internal static class FormWriter
{
    private const double LeastRing = 0.35;
    private static readonly string[] s_kinds =
    [
        "intro",
        "verse",
        "pre-chorus",
        "chorus",
        "bridge",
        "inst",
        "rap",
        "outro",
    ];

    /// <summary>The sections, one after another from tick 0.</summary>
    public static ImmutableArray<SongSection> Of(AnalysisDocument document, BeatGrid grid)
    {
        var bar = grid.Meter.TicksPerBar;
        var end = End(grid, document.Seconds);
        var starts = new SortedDictionary<int, SectionEstimate?> { [0] = null };
        foreach (var section in document.Sections.OrderBy(section => section.Start))
        {
            var tick = (int)Math.Round(grid.Map.TickAt(Math.Max(0, section.Start)) / bar) * bar;
            if (tick < end)
            {
                starts[tick] = section;
            }
        }

        var ticks = starts.Keys.ToList();
        return
        [
            .. ticks.Select(
                (tick, i) =>
                {
                    var length = (i + 1 < ticks.Count ? ticks[i + 1] : end) - tick;
                    return new SongSection(
                        Kind(starts[tick]?.Kind),
                        tick,
                        length,
                        (length + bar - 1) / bar,
                        Energy(starts[tick]?.Energy),
                        0
                    );
                }
            ),
        ];
    }

    // The last bar line that leaves the last chord some time; in a sound that is shorter, the last beat, or the middle.
    private static int End(BeatGrid grid, double seconds)
    {
        foreach (var step in new[] { grid.Meter.TicksPerBar, grid.Meter.TicksPerPulse })
        {
            var end = (grid.Last - 1) / step * step;
            while (end > step && seconds - grid.Map.SecondsAt(end) < LeastRing)
            {
                end -= step;
            }

            if (end > 0)
            {
                return end;
            }
        }

        return Math.Max(1, grid.Last / 2);
    }

    private static string Kind(string? kind) => kind is not null && s_kinds.Contains(kind) ? kind : "verse";

    private static double Energy(double? energy) =>
        energy is { } value && double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0.5;
}

using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Every measure of the set beside its human figures.</summary>
internal sealed class HumanTable(HumanReference human, ImmutableArray<Song> songs)
{
    private static readonly (MetricGroup Group, string Title)[] Groups =
    [
        (MetricGroup.Melody, "Vocal melody (POP909, 909 songs)"),
        (MetricGroup.Texture, "Texture: voice, leads, bass and one harmony part (POP909-CL, 880 songs)"),
        (MetricGroup.Words, "Lyric fit by song (OpenEWLD, English songs)"),
        (MetricGroup.Drums, "Drums (Groove MIDI, beats in 4/4)"),
    ];

    public void Write(Report report)
    {
        var values = CorpusStatistics.Gather(songs.Select(SongMeasures.Of));
        report.Line(
            "A row passes when our mean lies within one human SD of the human mean, at least 85 % of our songs lie inside"
        );
        report.Line(
            "p5-p95, and the histograms overlap by .7 or more. Songs that rap over a quarter of their notes have no vocal"
        );
        report.Line("melody row; rapped lines are no part of the lyric fit; drums are compared in 4/4.");
        report.Line("");
        report.Line(Summary(values));
        report.Line("");
        foreach (var (group, title) in Groups)
        {
            report.Line($"## {title}");
            report.Line("");
            report.Line(Remark(group));
            report.Line("");
            report.Head("metric", "human", "SD", "p5-p95", "ours", "SD", "songs", "inside", "overlap", "pass");
            foreach (var metric in Metrics.All.Where(metric => metric.Group == group))
            {
                Row(metric, values.GetValueOrDefault(metric.Id) ?? [], report);
            }

            report.Line("");
        }

        Pooled(report);
        Shares(report);
        Timing(values, report);
    }

    private void Row(Metric metric, List<double> ours, Report report)
    {
        if (!human.Measures.TryGetValue(metric.Id, out var spread) || ours.Count == 0)
        {
            return;
        }

        var misses = Misses(spread, ours);
        report.Row(
            metric.Title,
            Text(spread.Mean),
            Text(spread.Deviation),
            $"{Text(spread.P5)}-{Text(spread.P95)}",
            Text(ours.Average()),
            Text(Stat.Deviation(ours)),
            Whole(ours.Count),
            Text(spread.Inside(ours)),
            Text(spread.Overlap(ours)),
            misses.Count == 0 ? "yes" : "**no**: " + string.Join(", ", misses)
        );
    }

    private static string Remark(MetricGroup group) =>
        group switch
        {
            MetricGroup.Texture =>
                "The human side is a piano arrangement; ours is reduced to as many players, and bands differ more than pianists do.",
            MetricGroup.Words =>
                "A human song here has a dozen long words, so its shares jump between 0 and 1 and its histogram has what ours cannot have: judge by the mean, and by the table of all syllables below. The repertoire is old: it sings on the beat and slowly where songs of today push and hurry.",
            MetricGroup.Drums =>
                "Velocities depend on ten drummers' kits: the differences between places in the beat say more than their level.",
            _ =>
                "POP909 is ballads at 81 bpm; our songs follow their styles' tempi, and their form follows the lyrics given.",
        };

    private static List<string> Misses(Distribution spread, List<double> ours)
    {
        var misses = new List<string>();
        var mean = ours.Average();
        if (Math.Abs(mean - spread.Mean) > spread.Deviation)
        {
            misses.Add(mean > spread.Mean ? "mean high" : "mean low");
        }

        if (spread.Inside(ours) < 0.85)
        {
            misses.Add("inside");
        }

        if (spread.Overlap(ours) < 0.7)
        {
            misses.Add("overlap");
        }

        return misses;
    }

    private string Summary(SortedDictionary<string, List<double>> values)
    {
        var counts = Groups.Select(group =>
        {
            var rows = Metrics
                .All.Where(metric => metric.Group == group.Group && values.ContainsKey(metric.Id))
                .Select(metric => Misses(human.Measures[metric.Id], values[metric.Id]))
                .ToList();
            var mean = rows.Count(misses => !misses.Exists(miss => miss.StartsWith("mean", StringComparison.Ordinal)));
            var inside = rows.Count(misses => !misses.Contains("inside"));
            return FormattableString.Invariant(
                $"{group.Group}: {rows.Count(m => m.Count == 0)} of {rows.Count} pass ({mean} by mean, {inside} by inside)"
            );
        });
        return string.Join("; ", counts) + ".";
    }

    private void Pooled(Report report)
    {
        var ours = LyricMeasures.Of(
            CorpusStatistics.Join([.. songs.Select(song => SongWords.Read(new SongGrid(song), withRap: false))])
        );
        report.Line("## Lyric fit, all syllables of all songs together");
        report.Line("");
        report.Head("metric", "human", "ours");
        foreach (var metric in Metrics.All.Where(metric => metric.Group == MetricGroup.Words))
        {
            if (human.Pooled.TryGetValue(metric.Id, out var value))
            {
                report.Row(metric.Title, Text(value), Text(ours.GetValueOrDefault(metric.Id, double.NaN)));
            }
        }

        report.Line("");
    }

    private void Shares(Report report)
    {
        var grids = songs.Select(song => new SongGrid(song)).Where(grid => grid.RapShare <= SongMeasures.MostRap);
        var ours = PooledTables.Of([.. grids.Select(SongMelody.Read)]);
        foreach (var (name, table) in human.Tables)
        {
            report.Line($"## Shares: {name} (overlap {Text(PooledTables.Overlap(table, ours[name]))})");
            report.Line("");
            var keys = table
                .Where(pair => pair.Value >= 0.004)
                .Select(pair => pair.Key)
                .Union(ours[name].Where(pair => pair.Value >= 0.004).Select(pair => pair.Key))
                .Order(StringComparer.Ordinal)
                .ToList();
            report.Head(["", .. keys.Select(key => key.TrimStart('0') is { Length: > 0 } short_ ? short_ : "0")]);
            report.Row(["human", .. keys.Select(key => Text(table.GetValueOrDefault(key)))]);
            report.Row(["ours", .. keys.Select(key => Text(ours[name].GetValueOrDefault(key)))]);
            report.Line("");
        }
    }

    // Human deviations mix triplets, fills and ten drummers, so these two have fixed bands.
    private static void Timing(SortedDictionary<string, List<double>> values, Report report)
    {
        report.Line("## Drum timing, swing and each drum's push taken out");
        report.Line("");
        report.Head("metric", "band", "ours", "SD", "inside");
        foreach (
            var (id, low, high) in ((string, double, double)[])
                [("drums.residual", 4, 8), ("drums.autocorrelation", 0.3, 0.7)]
        )
        {
            if (values.TryGetValue(id, out var ours))
            {
                report.Row(
                    id,
                    $"{Text(low)}-{Text(high)}",
                    Text(ours.Average()),
                    Text(Stat.Deviation(ours)),
                    Text((double)ours.Count(value => value >= low && value <= high) / ours.Count)
                );
            }
        }

        report.Line("");
    }

    private static string Text(double value) =>
        double.IsNaN(value) ? "-"
        : Math.Abs(value) < 10 ? FormattableString.Invariant($"{value:F3}")
        : FormattableString.Invariant($"{value:F1}");

    private static string Whole(int value) => FormattableString.Invariant($"{value}");
}

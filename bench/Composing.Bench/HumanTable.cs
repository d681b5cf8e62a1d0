using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Every measure of the set beside its human figures.</summary>
internal sealed class HumanTable
{
    private static readonly (MetricGroup Group, string Title)[] Groups =
    [
        (MetricGroup.Melody, "Vocal melody (POP909, 909 songs)"),
        (MetricGroup.Texture, "Texture: voice, leads, bass and one harmony part (POP909-CL, 880 songs)"),
        (MetricGroup.Words, "Lyric fit by song (OpenEWLD, English songs)"),
        (MetricGroup.Drums, "Drums (Groove MIDI, beats in 4/4)"),
    ];

    private readonly HumanReference _human;
    private readonly ImmutableArray<Song> _songs;
    private readonly SortedDictionary<string, List<double>> _values;
    private readonly TempoTable _tempi;

    /// <summary>Measures the songs.</summary>
    public HumanTable(HumanReference human, ImmutableArray<Song> songs)
    {
        _human = human;
        _songs = songs;
        var found = songs.Select(song => (song, Found: SongMeasures.Of(song))).ToList();
        _values = CorpusStatistics.Gather(found.Select(pair => pair.Found));
        _tempi = new TempoTable(human, found);
    }

    public void Write(Report report)
    {
        report.Line(
            "A row passes when our mean lies within one human SD of the human mean, at least 85 % of our songs lie inside"
        );
        report.Line(
            "p5-p95, and the histograms overlap by .7 or more. Songs that rap over a quarter of their notes have no vocal"
        );
        report.Line("melody row; rapped lines are no part of the lyric fit; drums are compared in 4/4.");
        report.Line("");
        report.Line(Summary());
        report.Line("");
        foreach (var (group, title) in Groups)
        {
            report.Line($"## {title}");
            report.Line("");
            report.Line(Remark(group));
            report.Line("");
            Table(group, report);
            report.Line("");
        }

        _tempi.Write(report);
        Pooled(report);
        Shares(report);
        DrumTimingTable.Write(_values, report);
    }

    private void Table(MetricGroup group, Report report)
    {
        string[] heads = ["metric", "human", "SD", "p5-p95", "ours", "SD", "songs", "inside", "overlap", "pass"];
        report.Head(group == MetricGroup.Melody ? [.. heads, "all of POP909", "pass there"] : heads);
        foreach (var metric in Rows(group))
        {
            var band = Fair(metric);
            string[] cells =
            [
                metric.Title,
                Figures.Text(band.Human.Mean),
                Figures.Text(band.Human.Deviation),
                Range(band.Human),
                Figures.Text(band.Ours.Average()),
                Figures.Text(Stat.Deviation(band.Ours)),
                Figures.Whole(band.Ours.Count),
                Figures.Text(band.Human.Inside(band.Ours)),
                Figures.Text(band.Human.Overlap(band.Ours)),
                band.Verdict,
            ];
            report.Row(group == MetricGroup.Melody ? [.. cells, .. Whole(metric)] : cells);
        }
    }

    private string[] Whole(Metric metric)
    {
        var plain = Plain(metric);
        return _tempi.Fair.ContainsKey(metric.Id)
            ? [$"{Figures.Text(plain.Human.Mean)}, {Range(plain.Human)}", plain.Verdict]
            : ["=", "="];
    }

    private static string Range(Distribution spread) => $"{Figures.Text(spread.P5)}-{Figures.Text(spread.P95)}";

    private IEnumerable<Metric> Rows(MetricGroup group) =>
        Metrics.All.Where(metric =>
            metric.Group == group && _values.ContainsKey(metric.Id) && _human.Measures.ContainsKey(metric.Id)
        );

    private Band Plain(Metric metric) => new(_human.Measures[metric.Id], _values[metric.Id]);

    private Band Fair(Metric metric) =>
        _tempi.Fair.TryGetValue(metric.Id, out var mixed) ? new(mixed, _values[metric.Id]) : Plain(metric);

    private string Remark(MetricGroup group) =>
        group switch
        {
            MetricGroup.Texture =>
                "The human side is a piano arrangement; ours is reduced to as many players, and bands differ more than pianists do.",
            MetricGroup.Words =>
                "A human song here has a dozen long words, so its shares jump between 0 and 1 and its histogram has what ours cannot have: judge by the mean, and by the table of all syllables below. The repertoire is old: it sings on the beat and slowly where songs of today push and hurry.",
            MetricGroup.Drums =>
                "Velocities depend on ten drummers' kits: the differences between places in the beat say more than their level.",
            _ => MelodyRemark(),
        };

    private string MelodyRemark()
    {
        var shares = string.Join(
            ", ",
            _tempi.Shares.Select(
                (share, group) => FormattableString.Invariant($"{TempoGroups.Name(group)}: {share:P0}")
            )
        );
        double Ours(string id) => _values[id].Average();
        return FormattableString.Invariant(
            $"POP909 is ballads at 81 bpm; our songs follow their styles' tempi (beats a minute {shares}), and their form follows the lyrics given. Rows whose means by tempo group differ by more than half an SD ({_tempi.Fair.Count} rows) follow the tempo: their human side is POP909 in the proportions of our songs' tempi (its groups mixed by our shares), and the last two columns show the same row against all of POP909 as it is; = where both are the same. POP909's labels are triads for {1 - _human.Measures["chords.rich"].Mean:P0} of the time, our chords have four notes or more for {Ours("chords.rich"):P0}: the consonance score is taken on root, third and fifth of both (on all notes of the symbols: human {_human.Measures["melody.consonance"].Mean:F3}, ours {Ours("melody.consonance"):F3})."
        );
    }

    private string Summary()
    {
        var counts = Groups.Select(group =>
        {
            var rows = Rows(group.Group).ToList();
            var fair = rows.Select(Fair).ToList();
            var plain =
                group.Group == MetricGroup.Melody
                    ? FormattableString.Invariant(
                        $"; {rows.Count(metric => Plain(metric).Passes)} against all of POP909"
                    )
                    : "";
            return FormattableString.Invariant(
                $"{group.Group}: {fair.Count(band => band.Passes)} of {rows.Count} pass ({fair.Count(band => band.HasMean)} by mean, {fair.Count(band => band.HasInside)} by inside{plain})"
            );
        });
        return string.Join("; ", counts) + ".";
    }

    private void Pooled(Report report)
    {
        var ours = LyricMeasures.Of(
            CorpusStatistics.Join([.. _songs.Select(song => SongWords.Read(new SongGrid(song), withRap: false))])
        );
        report.Line("## Lyric fit, all syllables of all songs together");
        report.Line("");
        report.Head("metric", "human", "ours");
        foreach (var metric in Metrics.All.Where(metric => metric.Group == MetricGroup.Words))
        {
            if (_human.Pooled.TryGetValue(metric.Id, out var value))
            {
                report.Row(
                    metric.Title,
                    Figures.Text(value),
                    Figures.Text(ours.GetValueOrDefault(metric.Id, double.NaN))
                );
            }
        }

        report.Line("");
    }

    private void Shares(Report report)
    {
        var grids = _songs.Select(song => new SongGrid(song)).Where(grid => grid.RapShare <= SongMeasures.MostRap);
        var ours = PooledTables.Of([.. grids.Select(SongMelody.Read)]);
        foreach (var (name, table) in _human.Tables)
        {
            report.Line($"## Shares: {name} (overlap {Figures.Text(PooledTables.Overlap(table, ours[name]))})");
            report.Line("");
            var keys = table
                .Where(pair => pair.Value >= 0.004)
                .Select(pair => pair.Key)
                .Union(ours[name].Where(pair => pair.Value >= 0.004).Select(pair => pair.Key))
                .Order(StringComparer.Ordinal)
                .ToList();
            report.Head(["", .. keys.Select(key => key.TrimStart('0') is { Length: > 0 } short_ ? short_ : "0")]);
            report.Row(["human", .. keys.Select(key => Figures.Text(table.GetValueOrDefault(key)))]);
            report.Row(["ours", .. keys.Select(key => Figures.Text(ours[name].GetValueOrDefault(key)))]);
            report.Line("");
        }
    }
}

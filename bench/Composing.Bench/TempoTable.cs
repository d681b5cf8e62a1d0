using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>What the sung line does at each tempo: the human songs' means and ours, and how many songs there are.</summary>
internal sealed class TempoTable
{
    private readonly HumanReference _human;
    private readonly ImmutableArray<ImmutableArray<ImmutableSortedDictionary<string, double>>> _ours;

    /// <summary>A table of the songs that have a vocal melody.</summary>
    public TempoTable(
        HumanReference human,
        IEnumerable<(Song Song, ImmutableSortedDictionary<string, double> Found)> songs
    )
    {
        _human = human;
        var sung = songs
            .Where(pair => human.Tempi.Keys.Any(pair.Found.ContainsKey))
            .Select(pair => (Bpm: SongMelody.Pulse(pair.Song), pair.Found))
            .ToList();
        Shares = TempoGroups.Shares(sung.Select(pair => pair.Bpm));
        _ours =
        [
            .. Enumerable
                .Range(0, TempoGroups.Count)
                .Select(group =>
                    sung.Where(pair => TempoGroups.Of(pair.Bpm) == group).Select(pair => pair.Found).ToImmutableArray()
                ),
        ];
        Fair = TempoMixture.Of(human, Shares);
    }

    /// <summary>Our songs' shares of the tempo groups.</summary>
    public ImmutableArray<double> Shares { get; }

    /// <summary>The human songs in our proportions, for the rows that follow the tempo.</summary>
    public ImmutableSortedDictionary<string, Distribution> Fair { get; }

    public void Write(Report report)
    {
        report.Line("## Vocal melody by tempo: human mean / our mean");
        report.Line("");
        report.Line("The rows that follow the tempo, in each group of beats a minute.");
        report.Line("");
        report.Head(["metric", .. Enumerable.Range(0, TempoGroups.Count).Select(TempoGroups.Name)]);
        report.Row(["songs", .. _ours.Select((songs, group) => $"{Human(group)} / {Figures.Whole(songs.Length)}")]);
        foreach (var metric in Metrics.All.Where(metric => Fair.ContainsKey(metric.Id)))
        {
            report.Row([
                metric.Title,
                .. _human
                    .Tempi[metric.Id]
                    .Select((curve, group) => $"{Figures.Text(curve.Mean)} / {Ours(metric.Id, group)}"),
            ]);
        }

        report.Line("");
    }

    private string Human(int group) => _human.Tempi["melody.notes"][group].Count.ToString(CultureInfo.InvariantCulture);

    private string Ours(string id, int group) =>
        Figures.Text(
            _ours[group]
                .Where(found => found.ContainsKey(id))
                .Select(found => found[id])
                .DefaultIfEmpty(double.NaN)
                .Average()
        );
}

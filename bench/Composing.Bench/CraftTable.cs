using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Those of the twelve things that notes show, over the set.</summary>
internal static class CraftTable
{
    public static void Write(ImmutableArray<Song> songs, Report report)
    {
        var found = songs.Select(song => (song, Findings: CraftMeasures.Of(song))).ToList();
        report.Line("## Twelve things, as far as notes show them");
        report.Line("");
        report.Line(
            "A thing is asked of the styles it fits (walking basses need no kick, a folk song no drop) and of songs that have"
        );
        report.Line("what is measured. Loudness of voice and mix (4, 5, 6, 11) is no matter of notes.");
        report.Line("");
        report.Head("no.", "thing", "aim", "songs", "median", "p10-p90", "met", "styles that miss it most");
        for (var row = 0; row < found[0].Findings.Length; row++)
        {
            Row([.. found.Select(pair => (pair.song.Style, pair.Findings[row]))], report);
        }

        report.Line("");
    }

    private static void Row(ImmutableArray<(string Style, CraftFinding Finding)> row, Report report)
    {
        var first = row[0].Finding;
        var asked = row.Where(pair => pair.Finding.Fits && double.IsFinite(pair.Finding.Value)).ToList();
        var values = asked.Select(pair => pair.Finding.Value).Order().ToList();
        if (values.Count == 0)
        {
            report.Row($"{first.Number}", first.Name, first.Aim, "0", "-", "-", "-", "");
            return;
        }

        var missing = asked
            .Where(pair => !pair.Finding.Met)
            .GroupBy(pair => pair.Style)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(4)
            .Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}"));
        report.Row(
            FormattableString.Invariant($"{first.Number}"),
            first.Name,
            first.Aim,
            FormattableString.Invariant($"{values.Count}"),
            FormattableString.Invariant($"{Stat.Quantile(values, 0.5):F2}"),
            FormattableString.Invariant($"{Stat.Quantile(values, 0.1):F2}-{Stat.Quantile(values, 0.9):F2}"),
            FormattableString.Invariant($"{(double)asked.Count(pair => pair.Finding.Met) / asked.Count:P0}"),
            string.Join(", ", missing)
        );
    }
}

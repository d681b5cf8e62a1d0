using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Faults of writing over the set.</summary>
internal static class DefectTable
{
    public static void Write(ImmutableArray<Song> songs, Report report)
    {
        var found = songs.Select(song => (song, Defects: Defects.Of(song))).ToList();
        report.Line("## Defects");
        report.Line("");
        report.Head("defect", "songs", "in all", "for example");
        for (var row = 0; row < found[0].Defects.Length; row++)
        {
            var having = found.Where(pair => pair.Defects[row].Count > 0).ToList();
            var example = having.OrderByDescending(pair => pair.Defects[row].Count).FirstOrDefault();
            report.Row(
                found[0].Defects[row].Kind,
                FormattableString.Invariant($"{having.Count}"),
                FormattableString.Invariant($"{having.Sum(pair => pair.Defects[row].Count)}"),
                having.Count == 0 ? "" : $"{example.song.Style}/{example.song.Brief.Seed}: {example.Defects[row].Where}"
            );
        }

        report.Line("");
    }
}

using System.Collections.Immutable;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Sections and chords of the set beside the Billboard figures.</summary>
internal static class FormTable
{
    private static readonly string[] Degrees =
    [
        "I",
        "bII",
        "ii",
        "bIII",
        "iii",
        "IV",
        "#IV",
        "V",
        "bVI",
        "vi",
        "bVII",
        "vii",
    ];

    public static void Write(ImmutableArray<Song> songs, Report report)
    {
        report.Line("## Form (McGill Billboard, 890 songs)");
        report.Line("");
        report.Head("section", "human bars", "our bars", "human songs", "our songs", "human s", "our s");
        foreach (var (kind, bars, share, seconds) in FormFacts.Kinds)
        {
            var found = songs
                .SelectMany(song => song.Sections.Where(s => s.Kind == kind).Select(s => (song, s)))
                .ToList();
            var usual = found
                .GroupBy(pair => pair.s.Bars)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .Take(3)
                .Select(group =>
                    FormattableString.Invariant($"{group.Key} ({(double)group.Count() / found.Count:P0})")
                );
            var having = (double)songs.Count(song => song.Sections.Any(s => s.Kind == kind)) / songs.Length;
            report.Row(
                kind,
                bars,
                string.Join(", ", usual),
                FormattableString.Invariant($"{share:F2}"),
                FormattableString.Invariant($"{having:F2}"),
                double.IsNaN(seconds) ? "-" : FormattableString.Invariant($"{seconds:F1}"),
                found.Count == 0
                    ? "-"
                    : FormattableString.Invariant($"{found.Average(pair => Seconds(pair.song, pair.s)):F1}")
            );
        }

        report.Line("");
        Harmony(songs, report);
    }

    private static double Seconds(Song song, SongSection section)
    {
        var map = new TimeMap(song.Tempos);
        return map.SecondsAt(section.Tick + section.Length) - map.SecondsAt(section.Tick);
    }

    private static void Harmony(ImmutableArray<Song> songs, Report report)
    {
        var chords = songs
            .SelectMany(song =>
                Joined(song).Select(chord => (Root: (chord.Root - song.Key.Tonic + 12) % 12, chord.Quality))
            )
            .ToList();
        double Share(Func<(int Root, ChordQuality Quality), bool> test) => (double)chords.Count(test) / chords.Count;
        report.Line("## Chords (McGill Billboard)");
        report.Line("");
        report.Head("", "human", "ours");
        foreach (var (root, share) in FormFacts.HumanRoots)
        {
            report.Row(
                Degrees[root],
                FormattableString.Invariant($"{share:F3}"),
                FormattableString.Invariant($"{Share(chord => chord.Root == root):F3}")
            );
        }

        foreach (var (name, share) in FormFacts.HumanQualities)
        {
            report.Row(
                name,
                FormattableString.Invariant($"{share:F3}"),
                FormattableString.Invariant($"{Share(chord => FormFacts.Name(chord.Quality) == name):F3}")
            );
        }

        var bars = songs.Sum(song => song.Sections.Sum(section => section.Bars));
        report.Row(
            "chords a bar",
            FormattableString.Invariant($"{FormFacts.HumanChordsPerBar:F2}"),
            FormattableString.Invariant($"{(double)chords.Count / bars:F2}")
        );
        report.Row(
            "4/4",
            "0.94",
            FormattableString.Invariant($"{(double)songs.Count(s => s.Meter == Meter.Common) / songs.Length:F2}")
        );
        report.Line("");
    }

    private static IEnumerable<Chord> Joined(Song song)
    {
        Chord? last = null;
        foreach (var span in song.Chords)
        {
            if (span.Chord != last)
            {
                yield return span.Chord;
            }

            last = span.Chord;
        }
    }
}

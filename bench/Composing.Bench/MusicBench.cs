using System.Collections.Immutable;
using System.Diagnostics;
using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Composes the set and writes the tables.</summary>
internal sealed class MusicBench(Options options)
{
    public void Run()
    {
        var set = Options.Songs();
        var songs = set.Compose(options.Number("songs", 60), options.Number("seed", 1));
        var report = new Report();
        report.Line("# The composer's music against human bands");
        report.Line("");
        report.Line($"{songs.Length} seeded songs over {set.Genres.Length} vocal genres; regenerate with");
        report.Line("`dotnet run --project bench/Composing.Bench -c Release -- music --out bench/results/music.md`.");
        report.Line("");
        new HumanTable(HumanReference.Shipped(), songs).Write(report);
        FormTable.Write(songs, report);
        CraftTable.Write(songs, report);
        DefectTable.Write(songs, report);
        new ScoreTable(HumanReference.Shipped(), songs).Write(report);
        GenreBench.Write(set, options, report);
        GenreBench.Copied(songs, options, report);
        LengthTable.Write(set, options.Number("seed", 1), report);
        Speed(set, report);
        var text = report.ToString();
        Console.Write(text);
        if (options.Text("out", "") is { Length: > 0 } path)
        {
            File.WriteAllText(path, text);
        }
    }

    // Processor time of the whole process: it composes on one thread.
    private static void Speed(SongSet set, Report report)
    {
        var genres = set.Genres;
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.TotalProcessorTime;
        ImmutableArray<Song> made = [.. genres.Select((genre, i) => set.Compose(genre, i, i, 240))];
        process.Refresh();
        var spent = (process.TotalProcessorTime - before).TotalMilliseconds / made.Length;
        report.Line("## Speed");
        report.Line("");
        report.Line(
            FormattableString.Invariant(
                $"Composing a 240 s song: {spent:F0} ms of CPU on average over {made.Length} genres (aim: under 300)."
            )
        );
        report.Line("");
    }
}

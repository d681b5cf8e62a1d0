using System.Globalization;
using Troubadour.Analysis.Bench;

// Usage: Analysis.Bench tune|test|all FOLDER [name]; FOLDER holds rendered songs, each a folder with master.wav, song.json and stems. "all" writes
// bench/results/analysis.md; run from the repository's root. Or: Analysis.Bench learn FOLDER MORE; learns the weights of drums and accompaniment from
// the songs for tuning of FOLDER and all songs of MORE, which training/separation/make_songs.py makes.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["learn", var own, var more])
{
    var lessons = new Lessons();
    var songs = SongBench.Folders(own).Where((_, k) => k % 3 == 0).Concat(SongBench.Folders(more));
    foreach (var song in songs)
    {
        lessons.Add(song);
        Console.WriteLine(song);
    }

    lessons.Write();
    return 0;
}

if (args.Length < 2 || args[0] is not ("tune" or "test" or "all"))
{
    await Console.Error.WriteLineAsync("Analysis.Bench tune|test|all FOLDER [name]");
    return 2;
}

var bench = new SongBench(args[1], args.Length > 2 ? args[2] : "");
if (args[0] == "all")
{
    var (tuned, held) = (bench.Run(true), bench.Run(false));
    await File.WriteAllTextAsync(Path.Combine("bench", "results", "analysis.md"), Report.Of(tuned, held));
    return 0;
}

var rows = bench.Run(args[0] == "tune");
await Console.Out.WriteLineAsync(ScoreTable.Head);
await Console.Out.WriteLineAsync(ScoreTable.Mean("mean", [.. rows.Select(r => r.Mix)]));
await Console.Out.WriteLineAsync(ScoreTable.Mean("separated", [.. rows.Select(r => r.Separated)]));
var all = BandScore.Sum("all", [.. rows.Select(r => r.Band)]);
await Console.Out.WriteLineAsync(BandScore.Head);
await Console.Out.WriteLineAsync(all.Row(line => line.F));
await Console.Out.WriteLineAsync(all.Row(line => line.Precision));
await Console.Out.WriteLineAsync(all.Row(line => line.Recall));
return 0;

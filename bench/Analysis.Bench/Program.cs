using System.Globalization;
using Troubadour.Analysis.Bench;

// Usage: Analysis.Bench tune|test|all FOLDER [name]; FOLDER holds rendered songs, each a folder with master.wav, song.json and stems. "all" writes
// bench/results/analysis.md; run from the repository's root.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
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
return 0;

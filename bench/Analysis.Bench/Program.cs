using System.Diagnostics;
using System.Globalization;
using Troubadour.Analysis;
using Troubadour.Analysis.Bench;
using Troubadour.Audio;

// Usage: Analysis.Bench tune|test|all FOLDER [name]; FOLDER holds rendered songs, each a folder with master.wav and song.json.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("Analysis.Bench tune|test|all FOLDER [name]");
    return 2;
}

// Every third song is for tuning.
var folders = Directory.GetDirectories(args[1]).Order(StringComparer.Ordinal).ToList();
var scores = new List<SongScore>();
for (var k = 0; k < folders.Count; k++)
{
    var tuned = k % 3 == 0;
    if ((args[0] == "tune" && !tuned) || (args[0] == "test" && tuned) || (args.Length > 2 && !folders[k].Contains(args[2], StringComparison.Ordinal)))
    {
        continue;
    }

    using var stream = File.OpenRead(Path.Combine(folders[k], "master.wav"));
    var audio = WavReader.Read(stream).ToStereo();
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    var document = SongAnalyser.Analyse(audio, new() { Threads = 1 });
    var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    scores.Add(SongScore.Of(SongTruth.Read(folders[k]), document, cpu));
    await Console.Out.WriteLineAsync(ScoreTable.Row(scores[^1]) + "  " + scores[^1].Remark);
}

await Console.Out.WriteLineAsync(ScoreTable.Head);
await Console.Out.WriteLineAsync(ScoreTable.Mean("mean", scores));
return 0;

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
    if (
        (args[0] == "tune" && !tuned)
        || (args[0] == "test" && tuned)
        || (args.Length > 2 && args[2][0] != '-' && !folders[k].Contains(args[2], StringComparison.Ordinal))
    )
    {
        continue;
    }

    using var stream = File.OpenRead(Path.Combine(folders[k], "master.wav"));
    var audio = WavReader.Read(stream).ToStereo();
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    AudioBuffer? Stem(string name)
    {
        var path = Path.Combine(folders[k], "stems", name);
        if (!args.Contains("--stems") || !File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        var stem = WavReader.Read(file).ToStereo();
        var fitted = new AudioBuffer(audio.Length);
        stem.Left.AsSpan(0, Math.Min(stem.Length, audio.Length)).CopyTo(fitted.Left);
        stem.Right.AsSpan(0, Math.Min(stem.Length, audio.Length)).CopyTo(fitted.Right);
        return fitted;
    }

    var document = SongAnalyser.Analyse(
        audio,
        new()
        {
            Threads = 1,
            Voice = Stem("vocals.wav"),
            Bass = Stem("bass.wav"),
        }
    );
    var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    scores.Add(SongScore.Of(SongTruth.Read(folders[k]), document, cpu));
    await Console.Out.WriteLineAsync(ScoreTable.Row(scores[^1]) + "  " + scores[^1].Remark);
}

await Console.Out.WriteLineAsync(ScoreTable.Head);
await Console.Out.WriteLineAsync(ScoreTable.Mean("mean", scores));
return 0;

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Makes the set and measures what a listener would notice: length, loudness, balance, lift, words.</summary>
internal sealed class QualityBench(EmbeddedEngine engine, string folder)
{
    public async Task RunAsync()
    {
        var rows = new List<string>
        {
            "# Quality of the song set",
            "",
            "Loudness and true peak by ffmpeg's ebur128. voice-band: lead voice over everything else, LU, over the whole song. lift: loudest",
            "3 s of choruses over verses, LU. energy: planned syllables with voice sounding under them. aligned: lines that pocketsphinx",
            "forced to their words in order; text wins: lines whose own words score better than another line's; onset: median distance of",
            "an aligned word's start from the planned one, ms.",
            "",
            "| song | style | bpm | key | asked s | got s | made in s | LUFS | LRA | dBTP | voice-band | lift | lines | energy | aligned | text wins | onset |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        };
        foreach (var song in BenchSong.Set("bench/lyrics"))
        {
            rows.Add(await RowAsync(song));
            Console.WriteLine(rows[^1]);
        }

        await File.WriteAllLinesAsync("bench/results/quality.md", rows);
    }

    private async Task<string> RowAsync(BenchSong bench)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, bench.Name)).FullName;
        var watch = Stopwatch.StartNew();
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(bench.Brief), target, true, true),
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        var seconds = watch.Elapsed.TotalSeconds;
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(target, "report.json")));
        using var file = File.OpenRead(Path.Combine(target, "song.json"));
        var song = SongFile.Read(file);
        var master = Wave.Read(Path.Combine(target, "master.wav"));
        var (lufs, range, peak) = Ebur128.Measure(Path.Combine(target, "master.wav"));
        var words = song.Vocals.IsEmpty ? "- | - | - | - | - | - | -" : Words(target, song, master);
        var root = report.RootElement;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {bench.Name} | {song.Style} | {root.GetProperty("tempo").GetDouble():F1} | {song.Key} | {bench.Brief.Seconds} | {master.Seconds:F2} | {seconds:F1} | {lufs:F1} | {range:F1} | {peak:F1} | {words} |"
        );
    }

    private static string Words(string target, Song song, AudioBuffer master)
    {
        var voice = Wave.Read(Path.Combine(target, "stems", "vocals.wav"));
        var band = new AudioBuffer(master.Length);
        for (var i = 0; i < master.Length; i++)
        {
            band.Left[i] = master.Left[i] - voice.Left[i];
            band.Right[i] = master.Right[i] - voice.Right[i];
        }

        var over = LoudnessMeter.Of(voice).Integrated - LoudnessMeter.Of(band).Integrated;
        var lines = JsonSerializer.Deserialize<LyricTimes>(
            File.ReadAllText(Path.Combine(target, "lyrics.json")),
            JsonSerializerOptions.Web
        )!;
        var heard = new LineListener(Path.Combine(target, "lines")).Listen(song, voice, lines);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{over:F1} | {Lift(song, master):F1} | {lines.Lines.Length} | {heard.Energy:P0} | {heard.Aligned:P0} | {heard.TextWins:P0} | {heard.OnsetMs:F0}"
        );
    }

    private static double Lift(Song song, AudioBuffer master)
    {
        var levels = LoudnessMeter.Of(master).ShortTerm;
        var map = new TimeMap(song.Tempos);
        double Loudest(string kind) =>
            song
                .Sections.Where(s => s.Kind == kind)
                .SelectMany(s =>
                {
                    var from = (int)(map.SecondsAt(s.Tick) * 10);
                    var to = (int)((map.SecondsAt(s.Tick + s.Length) - 3) * 10);
                    return levels.Skip(from).Take(Math.Max(0, to - from));
                })
                .DefaultIfEmpty(double.NaN)
                .Max();
        return Loudest("chorus") - Loudest("verse");
    }
}

using System.Globalization;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>CPU seconds of each stage of a sung song of 180 s beside the budget, and the wall time of the whole with and without MP3.</summary>
internal sealed class StageBench(EmbeddedEngine engine, string bank, string folder)
{
    private const int Warm = 5;
    private const double Seconds = 180;

    public async Task RunAsync()
    {
        var brief = BenchSong.Set("bench/lyrics")[0].Brief with { Seconds = Seconds };
        var rows = new List<string>
        {
            "# Stages of a sung song of 180 s",
            "",
            $"Pop, {Environment.ProcessorCount} cores, no stems, nothing kept from earlier runs. CPU seconds a stage; wall seconds of the whole. Playing is",
            "measured by itself, mixing is the rest of the stage in which both happen. Master: loudness, peaks, limiter. Files: 16-bit WAV, documents,",
            "cover, MP3 where there is one.",
            "",
            "| run | compose | sing | play | mix | master | files | CPU | wall | times real time |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            "| budget | 0.3 | 1.7 | 1.3 | 1.3 | 0.4 | | 5.0 | 3.0, with MP3 4.5 | 60 |",
        };
        var best = double.MaxValue;
        for (var run = 0; run <= Warm; run++)
        {
            var name = run == 0 ? "cold" : $"warm {run}";
            rows.Add((await RowAsync($"{name}, WAV", brief, false)).Row);
            var (row, wall) = await RowAsync($"{name}, WAV and MP3", brief, true);
            rows.Add(row);
            best = Math.Min(best, wall);
        }

        var peer = Peer.Run(bank, Path.Combine(folder, "stages", "song.mid"), folder);
        rows.Add("");
        rows.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The song's MIDI file through `fluidsynth` (its usual effects on) and LAME, which neither composes, sings nor mixes: {peer.Wall:F1} s wall, {peer.Cpu:F1} s CPU. The whole song by the engine, WAV and MP3: {best:F1} s wall, {peer.Wall / best:F1} times as fast."
            )
        );
        await File.WriteAllLinesAsync("bench/results/stages.md", rows);
        rows.ForEach(Console.WriteLine);
    }

    private async Task<(string Row, double Wall)> RowAsync(string name, SongBrief brief, bool withMp3)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "stages")).FullName;
        var clock = new StageClock();
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(brief), target, false, withMp3),
            clock,
            CancellationToken.None
        );
        clock.Stop();
        using var file = File.OpenRead(Path.Combine(target, "song.json"));
        var play = Play(SongFile.Read(file));
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {clock.Compose:F2} | {clock.Sing:F2} | {play:F2} | {clock.PlayAndMix - play:F2} | {clock.Master:F2} | {clock.Files:F2} | {clock.All:F2} | {clock.Wall:F2} | {Seconds / clock.Wall:F1} |"
            ),
            clock.Wall
        );
    }

    // CPU seconds of playing all parts, without mixing them.
    private double Play(Song song)
    {
        const int Block = 8192;
        var start = StageClock.Cpu();
        Parallel.ForEach(
            ScoreFlattener.Tracks(song),
            track =>
            {
                var buffers = Enumerable.Range(0, 4).Select(_ => new float[Block]).ToArray();
                var player = engine.Players.Of(track);
                for (var frame = 0; frame < song.Seconds * SampleRate.House; frame += Block)
                {
                    player.Read(buffers[0], buffers[1], buffers[2], buffers[3]);
                }
            }
        );
        return StageClock.Cpu() - start;
    }
}

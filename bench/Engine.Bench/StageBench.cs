using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Seconds of each stage for a sung song of 180 s, cold and warm.</summary>
internal sealed class StageBench(EmbeddedEngine engine, string folder)
{
    private const int Warm = 3;

    public async Task RunAsync()
    {
        var brief = BenchSong.Set("bench/lyrics")[0].Brief with { Seconds = 180 };
        var rows = new List<string>
        {
            "# Stages of a sung song of 180 s",
            "",
            $"Pop, {Environment.ProcessorCount} cores, WAV and MP3, no stems. Seconds of wall time a stage; CPU over the whole song.",
            "",
            "| run | compose | sing | mix | master and files | wall | CPU | times real time | peak MB |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        };
        for (var run = 0; run <= Warm; run++)
        {
            rows.Add(await RowAsync(run == 0 ? "cold" : $"warm {run}", brief));
        }

        await File.WriteAllLinesAsync("bench/results/stages.md", rows);
        rows.ForEach(Console.WriteLine);
    }

    private async Task<string> RowAsync(string name, SongBrief brief)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "stages")).FullName;
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(brief), target, false, true),
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        var wall = watch.Elapsed.TotalSeconds;
        process.Refresh();
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(target, "report.json")));
        var stages = report.RootElement.GetProperty("stageSeconds");
        double Stage(string stage) => stages.GetProperty(stage).GetDouble();
        var used = (process.TotalProcessorTime - cpu).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Stage("compose"):F2} | {Stage("sing"):F2} | {Stage("mix"):F2} | {Stage("master"):F2} | {wall:F2} | {used:F2} | {180 / wall:F1} | {process.PeakWorkingSet64 >> 20} |"
        );
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Troubadour.Engine.Bench;

/// <summary>What the longest usual song, 240 s with stems, needs in memory: run it in a process of its own.</summary>
internal sealed class MemoryBench(EmbeddedEngine engine, string folder)
{
    private const double Seconds = 240;

    public async Task RunAsync()
    {
        var brief = BenchSong.Set("bench/lyrics")[0].Brief with { Seconds = Seconds };
        var rows = new List<string>
        {
            "# Memory of a song of 240 s",
            "",
            "Pop, in a process of its own that runs as workers do. The peak is the process's resident memory with sounds, voice and program; the",
            "bound is 600 MB. Allocated: all that the making allocated, whenever it was freed.",
            "",
            "| run | peak MB | allocated MB | collections of generation 0, 1, 2 |",
            "| --- | --- | --- | --- |",
        };
        rows.Add(await RowAsync("first song", brief, false));
        rows.Add(await RowAsync("second song", brief with { Seed = 8 }, false));
        rows.Add(await RowAsync("third song, with stems", brief with { Seed = 9 }, true));
        await File.WriteAllLinesAsync("bench/results/memory.md", rows);
        rows.ForEach(Console.WriteLine);
    }

    private async Task<string> RowAsync(string name, Music.SongBrief brief, bool withStems)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "memory")).FullName;
        var allocated = GC.GetTotalAllocatedBytes(true);
        var before = Enumerable.Range(0, 3).Select(GC.CollectionCount).ToArray();
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(brief), target, withStems, true),
            new StageClock(),
            CancellationToken.None
        );
        using var process = Process.GetCurrentProcess();
        var collections = before.Select((count, generation) => GC.CollectionCount(generation) - count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {process.PeakWorkingSet64 >> 20} | {(GC.GetTotalAllocatedBytes(true) - allocated) >> 20} | {string.Join(", ", collections)} |"
        );
    }
}

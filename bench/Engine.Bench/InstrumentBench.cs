using System.Globalization;
using Troubadour.Audio;
using Troubadour.Composing;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Asks for each instrument by name and measures in how many bars it is heard: within 10 LU of the mix.</summary>
internal sealed class InstrumentBench(EmbeddedEngine engine, StyleLibrary library, string folder)
{
    private const double Near = 10;
    private static readonly string[] Genres = ["corporate", "cinematic", "dance"];

    public async Task RunAsync()
    {
        var rows = new List<string>
        {
            "# Instruments asked for by name",
            "",
            "Instrumentals of 24 s in three genres for each instrument; the share of bars in which its stem's loudness (BS.1770, ungated over the",
            "bar) lies within 10 LU of the mix. Aim: .30 or more. Drums and percussion are the drum stem as a whole.",
            "",
            $"| instrument | {string.Join(" | ", Genres)} |",
            $"| --- | {string.Join(" | ", Genres.Select(_ => "---"))} |",
        };
        foreach (var (name, value) in library.Instruments)
        {
            var shares = new List<string>();
            foreach (var genre in Genres)
            {
                var share = await ShareAsync(name, value, genre);
                shares.Add(share.ToString("F2", CultureInfo.InvariantCulture));
            }

            rows.Add($"| {name} | {string.Join(" | ", shares)} |");
            Console.WriteLine(rows[^1]);
        }

        await File.WriteAllLinesAsync("bench/results/instruments.md", rows);
    }

    private async Task<double> ShareAsync(string name, InstrumentValue value, string genre)
    {
        var target = Path.Combine(folder, "instrument");
        if (Directory.Exists(target))
        {
            Directory.Delete(target, true);
        }

        Directory.CreateDirectory(target);
        var brief = new SongBrief
        {
            IsVocal = false,
            Genres = [genre],
            Instruments = [name],
            Seconds = 24,
            Seed = 5,
        };
        await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(engine.Prepare(SongOrder.Compose(brief))), target, true, false),
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        using var file = File.OpenRead(Path.Combine(target, "song.json"));
        var song = SongFile.Read(file);
        var mix = Levels(Path.Combine(target, "master.wav"), song);
        var best = song
            .Parts.Where(part => Plays(part, value))
            .Select(part => Levels(Path.Combine(target, "stems", part.Id + ".wav"), song))
            .Select(stem => (double)stem.Zip(mix).Count(bar => bar.First >= bar.Second - Near) / mix.Count)
            .DefaultIfEmpty(0)
            .Max();
        return best;
    }

    private static bool Plays(Part part, InstrumentValue value) =>
        value.Role == PartRole.Drums ? part.Role == PartRole.Drums : part.Bank == 0 && part.Program == value.Program;

    // The mean power of each bar in LUFS, from the 400 ms windows inside it.
    private static List<double> Levels(string path, Song song)
    {
        var momentary = LoudnessMeter.Of(Wave.Read(path)).Momentary;
        var map = new TimeMap(song.Tempos);
        var bars = song.Sections.Sum(section => section.Bars);
        return
        [
            .. Enumerable
                .Range(0, bars)
                .Select(bar =>
                {
                    var from = (int)(map.SecondsAt(bar * song.Meter.TicksPerBar) * 10);
                    var to = (int)(map.SecondsAt((bar + 1) * song.Meter.TicksPerBar) * 10) - 3;
                    var inside = momentary.Skip(from).Take(Math.Max(1, to - from)).ToList();
                    return 10
                        * Math.Log10(
                            inside.Select(level => Math.Pow(10, level / 10)).DefaultIfEmpty(0).Average() + 1e-12
                        );
                }),
        ];
    }
}

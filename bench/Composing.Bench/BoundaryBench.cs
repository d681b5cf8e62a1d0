using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Audio;
using Troubadour.Composing.Measures;
using Troubadour.Engine;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Makes songs and looks for their sections in the finished recording.</summary>
internal static class BoundaryBench
{
    private const double Seconds = 90;
    private const double Tolerance = 3;
    private const int Reach = 4;
    private const int Apart = 3;

    private static readonly (string Genre, string Lyrics)[] Songs =
    [
        ("Pop", "lanterns"),
        ("Rock", "tonight"),
        ("Folk", "harbour"),
        ("Hip Hop/Rap", "corner"),
        ("Disco", "tonight"),
        ("GuFeng Music", "orchard"),
        ("Jazz", "harbour"),
        ("Electronic", "tonight"),
        ("R&B/Soul", "lanterns"),
        ("Reggae", "harbour"),
        ("Trap Rap", "corner"),
        ("Bossa Nova", "orchard"),
    ];

    public static async Task RunAsync(Options options)
    {
        var report = new Report();
        Head(report);
        var all = new List<(BoundaryHits Heard, BoundaryHits Even)>();
        using var engine = new EmbeddedEngine(Parts(), TimeProvider.System);
        foreach (var (genre, lyrics) in Songs)
        {
            var (song, master) = await MakeAsync(engine, genre, lyrics);
            all.Add(Measure(song, master, report));
        }

        var heard = all.Select(pair => pair.Heard).Aggregate((one, other) => one.And(other));
        var even = all.Select(pair => pair.Even).Aggregate((one, other) => one.And(other));
        Row("all", "", heard, even, report);
        Console.Write(report);
        await File.WriteAllTextAsync(options.Text("out", "bench/results/boundaries.md"), report.ToString());
    }

    private static EngineOptions Parts() =>
        new()
        {
            SoundBank = DebianParts.SoundBank(),
            Voice = DebianParts.Voice,
            Dictionary = DebianParts.Dictionary,
            Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
            Patches = Path.Combine(AppContext.BaseDirectory, "patches"),
            Threads = Environment.ProcessorCount,
        };

    private static async Task<(Song Song, AudioBuffer Master)> MakeAsync(
        EmbeddedEngine engine,
        string genre,
        string lyrics
    )
    {
        var folder = Directory.CreateTempSubdirectory("boundaries").FullName;
        try
        {
            var brief = new SongBrief
            {
                Lyrics = await File.ReadAllTextAsync(Path.Combine("bench", "lyrics", lyrics + ".txt")),
                Genres = [genre],
                Seconds = Seconds,
                Seed = 7,
            };
            await engine.MakeAsync(
                new MakeRequest(SongOrder.Compose(brief), folder, false, false),
                new Progress<MakeProgress>(),
                CancellationToken.None
            );
            using var file = File.OpenRead(Path.Combine(folder, "song.json"));
            using var sound = File.OpenRead(Path.Combine(folder, "master.wav"));
            return (SongFile.Read(file), WavReader.Read(sound).ToStereo());
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static (BoundaryHits Heard, BoundaryHits Even) Measure(Song song, AudioBuffer master, Report report)
    {
        var map = new TimeMap(song.Tempos);
        var truth = song.Sections.Skip(1).Select(section => map.SecondsAt(section.Tick)).ToList();
        var times = Bars(song).Select(tick => map.SecondsAt(tick)).ToList();
        var novelty = SectionNovelty.Of(BarSound.Of(master, times), Reach);
        var heard = SectionNovelty.Peaks(novelty, Apart).Select(bar => times[bar]).ToList();
        var step = (times[^1] - times[0]) / (truth.Count + 1);
        var spread = Enumerable.Range(1, truth.Count).Select(i => times[0] + i * step).ToList();
        var (found, even) = (BoundaryHits.Of(heard, truth, Tolerance), BoundaryHits.Of(spread, truth, Tolerance));
        var missed = song
            .Sections.Skip(1)
            .Where(section => heard.TrueForAll(time => Math.Abs(time - map.SecondsAt(section.Tick)) > Tolerance));
        Row(song.Style, string.Join(", ", missed.Select(section => section.Kind)), found, even, report);
        return (found, even);
    }

    private static ImmutableArray<int> Bars(Song song)
    {
        var last = song.Sections[^1];
        var bar = song.Meter.TicksPerBar;
        return
        [
            .. Enumerable
                .Range(0, (last.Tick + last.Length - song.Sections[0].Tick) / bar + 1)
                .Select(i => song.Sections[0].Tick + i * bar),
        ];
    }

    private static void Head(Report report)
    {
        report.Line("# Sections recovered from the recording");
        report.Line("");
        report.Line(
            FormattableString.Invariant(
                $"Songs of {Seconds:F0} s, made whole; regenerate with `dotnet run --project bench/Composing.Bench -c Release -- boundaries`."
            )
        );
        report.Line(
            "Bars of the master (their times are the song's; nothing else of it is known) give chroma, brightness, balance of"
        );
        report.Line(
            FormattableString.Invariant(
                $"bands and loudness; a checkerboard kernel of {Reach} bars to each side runs over their self-similarity (Foote 2000), and its"
            )
        );
        report.Line(
            FormattableString.Invariant(
                $"peaks are boundaries. A hit lies within {Tolerance:F0} s of a section's start. even: as many boundaries as there are, spread evenly:"
            )
        );
        report.Line("what can be hit without hearing.");
        report.Line("");
        report.Head("song", "boundaries", "found", "hits", "precision", "recall", "F", "F of even", "not found");
    }

    private static void Row(string name, string missed, BoundaryHits heard, BoundaryHits even, Report report) =>
        report.Row(
            name,
            heard.True.ToString(CultureInfo.InvariantCulture),
            heard.Found.ToString(CultureInfo.InvariantCulture),
            heard.Hits.ToString(CultureInfo.InvariantCulture),
            FormattableString.Invariant($"{heard.Precision:F2}"),
            FormattableString.Invariant($"{heard.Recall:F2}"),
            FormattableString.Invariant($"{heard.F:F2}"),
            FormattableString.Invariant($"{even.F:F2}"),
            missed
        );
}

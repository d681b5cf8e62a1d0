using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Measures the joins of extensions and replacements, the sums of stems and the melodies of covers.</summary>
internal sealed class JoinBench(EmbeddedEngine engine, string folder)
{
    private const string Words =
        "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain\nI hear the distant conversations\n"
        + "And every whistle of the train\n[chorus]\nHold the light until the morning\nHold the light for me";

    private static readonly (string Genre, double Nearness)[] s_covers =
    [
        ("Jazz", 1),
        ("Electronic", 0.5),
        ("Folk", 0),
    ];

    private readonly List<string> _extensions = [];
    private readonly List<string> _replacements = [];
    private readonly List<string> _stems = [];
    private readonly List<string> _covers = [];

    private static IEnumerable<BenchSong> Songs =>
        BenchSong
            .Set("bench/lyrics")
            .Where(song => song.Name is "pop" or "folk" or "rock" or "jazz" or "reggae" or "disco" or "bgm-corporate")
            .Select(song => song with { Brief = song.Brief with { Seconds = 60 } });

    /// <summary>Measures and records.</summary>
    public async Task RunAsync()
    {
        var target = Path.Combine(folder, "joins");
        foreach (var song in Songs)
        {
            var own = Path.Combine(target, song.Name);
            var source = await JoinSong.MakeAsync(
                engine,
                SongOrder.Compose(song.Brief),
                null,
                Path.Combine(own, "source")
            );
            await ExtendAsync(song, source, own);
            await ReplaceAsync(song, source, own);
            if (song.Brief.IsVocal)
            {
                await CoverAsync(song, source, own);
            }

            Console.WriteLine(song.Name);
        }

        var report = new JoinReport(_extensions, _replacements, _stems, _covers).Lines;
        await File.WriteAllLinesAsync("bench/results/joins.md", report);
        report.ForEach(Console.WriteLine);
    }

    private async Task ExtendAsync(BenchSong song, JoinSong source, string own)
    {
        var brief = new SongBrief
        {
            IsVocal = song.Brief.IsVocal,
            Lyrics = song.Brief.IsVocal ? Words : "",
            Seconds = 40,
            Seed = 31,
        };
        var order = new SongOrder(OrderKind.Extend, brief) { FromSeconds = 42 };
        var part = await JoinSong.MakeAsync(engine, order, source.Song, Path.Combine(own, "extension"));
        var join = new SongOrder(OrderKind.Join, brief);
        var whole = await JoinSong.MakeAsync(engine, join, part.Song, Path.Combine(own, "joined"));
        var lines = new BarLines(whole.Song);
        var second = lines.SecondsAt(part.Song.From);
        var split = await SplitAsync(song.Name + ", extended", part, StemSplit.Full, Path.Combine(own, "split-late"));
        await SplitAsync(song.Name, source, StemSplit.Basic, Path.Combine(own, "split-basic"));
        await SplitAsync(song.Name, source, StemSplit.Full, Path.Combine(own, "split-full"));
        await SplitAsync(song.Name + ", joined", whole, StemSplit.Full, Path.Combine(own, "split-joined"));
        var drums = Wave.Read(Path.Combine(own, "split-joined", StemNames.Folder("drums"), "master.wav"));
        var residue = new Residue(source.Master, whole.Master);
        var tail = TailMiss(part, whole);
        _extensions.Add(
            Row(
                $"| {song.Name} | {second:F2} | {SourceStep(source, second)} | {Change(whole, lines, second, part.Song.From)} | {lines.GridStep(part.Song.From):F3} | {Onsets.Shift(whole.Song, drums, second):F2} | {second - residue.EqualUntil(-80):F2} | {residue.Peak(0, second - 0.6):F0} | {tail:F0} |"
            )
        );
    }

    private static double TailMiss(JoinSong part, JoinSong whole)
    {
        var first = whole.Master.Length - part.Master.Length;
        var worst = 1e-10;
        for (var i = 0; i < part.Master.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(part.Master.Left[i] - whole.Master.Left[first + i]));
            worst = Math.Max(worst, Math.Abs(part.Master.Right[i] - whole.Master.Right[first + i]));
        }

        return 20 * Math.Log10(worst);
    }

    private async Task ReplaceAsync(BenchSong song, JoinSong source, string own)
    {
        var brief = new SongBrief
        {
            IsVocal = song.Brief.IsVocal,
            Lyrics = song.Brief.IsVocal
                ? "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain"
                : "",
            Seed = 41,
        };
        var order = new SongOrder(OrderKind.Replace, brief) { FromSeconds = 20, ToSeconds = 32 };
        var edited = await JoinSong.MakeAsync(engine, order, source.Song, Path.Combine(own, "replaced"));
        var lines = new BarLines(edited.Song);
        var bar = edited.Song.Meter.TicksPerBar;
        var from = Nearest(edited.Song, 20);
        var to = Math.Max(from + bar, Nearest(edited.Song, 32));
        var (start, end) = (lines.SecondsAt(from), lines.SecondsAt(to));
        var residue = new Residue(source.Master, edited.Master);
        var punch = edited.Song.PunchIn!;
        var (first, last) = (lines.SecondsAt(punch.From), lines.SecondsAt(punch.To));
        var beat = lines.SecondsAt(punch.From + edited.Song.Meter.TicksPerPulse) - first;
        var outside = Math.Max(residue.Peak(0, first - beat), residue.Peak(last + beat, 1000));
        _replacements.Add(
            Row(
                $"| {song.Name} | {start:F2} | {SourceStep(source, start)} | {Change(edited, lines, start, from, to)} | {end:F2} | {SourceStep(source, end)} | {Change(edited, lines, end, from, to)} | {first:F2} to {last:F2} | {beat:F2} | {first - residue.EqualUntil(-80):F2} | {residue.EqualFrom(-80) - last:F2} | {outside:F0} |"
            )
        );
    }

    private static int Nearest(Song song, double second)
    {
        var bar = song.Meter.TicksPerBar;
        return (int)Math.Round(new TimeMap(song.Tempos).TickAt(second) / bar) * bar;
    }

    private async Task<double> SplitAsync(string name, JoinSong clip, StemSplit split, string own)
    {
        var order = new SongOrder(OrderKind.Stems, clip.Song.Brief) { Split = split };
        await JoinSong.MakeFilesAsync(engine, order, clip.Song, own);
        var names = StemNames.Of(split);
        var stems = names.Select(n => Wave.Read(Path.Combine(own, StemNames.Folder(n), "master.wav"))).ToList();
        var (worst, power) = (1e-10, 1e-20);
        for (var i = 0; i < clip.Master.Length; i++)
        {
            var left = Math.Abs(stems.Sum(stem => (double)stem.Left[i]) - clip.Master.Left[i]);
            var right = Math.Abs(stems.Sum(stem => (double)stem.Right[i]) - clip.Master.Right[i]);
            worst = Math.Max(worst, Math.Max(left, right));
            power += (left * left + right * right) / 2;
        }

        var played = names.Where((_, i) => stems[i].Left.Max(Math.Abs) > 0);
        _stems.Add(
            Row(
                $"| {name} | {split} | {20 * Math.Log10(worst):F1} | {10 * Math.Log10(power / clip.Master.Length):F1} | {string.Join(", ", played)} |"
            )
        );
        return worst;
    }

    private async Task CoverAsync(BenchSong song, JoinSong source, string own)
    {
        foreach (var (genre, nearness) in s_covers)
        {
            var brief = new SongBrief
            {
                IsVocal = song.Brief.IsVocal,
                Genres = [genre],
                Seed = 51,
            };
            var order = new SongOrder(OrderKind.Cover, brief) { Nearness = nearness };
            var cover = await JoinSong.MakeAsync(engine, order, source.Song, Path.Combine(own, "cover-" + genre));
            var match = MelodyMatch.Of(source.Song, cover.Song);
            var tempo = cover.Song.Tempos[0].QuartersPerMinute / source.Song.Tempos[0].QuartersPerMinute;
            _covers.Add(
                Row(
                    $"| {song.Name} | {cover.Song.Style} | {nearness:F1} | {match.Notes} | {match.Equal} | {match.Shift:+0;-0;0} | {tempo:F2} |"
                )
            );
        }
    }

    private static string SourceStep(JoinSong source, double second) =>
        Row($"{new JoinSound(source.Master).Step(second):+0.0;-0.0;0.0}");

    private static string Change(JoinSong clip, BarLines lines, double second, params int[] joins)
    {
        var sound = new JoinSound(clip.Master);
        var ordinary = lines.Ordinary(joins).ToList();
        var steps = ordinary.Select(at => Math.Abs(sound.Step(at))).ToList();
        var fluxes = ordinary.Select(sound.Flux).ToList();
        return Row(
            $"{sound.Step(second):+0.0;-0.0;0.0} | {BarLines.Quantile(steps, 0.5):F1} / {BarLines.Quantile(steps, 0.95):F1} | {sound.Flux(second):F1} | {BarLines.Quantile(fluxes, 0.5):F1} / {BarLines.Quantile(fluxes, 0.95):F1}"
        );
    }

    private static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}

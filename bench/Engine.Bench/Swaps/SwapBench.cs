using System.Globalization;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Measures exchanged bands and voices: what stays, how the new sits beside it, and what the fit takes.</summary>
internal sealed class SwapBench(EmbeddedEngine engine, string folder)
{
    private const string Words =
        "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain\nI hear the distant conversations\n"
        + "And every whistle of the train\n[chorus]\nHold the light until the morning\nHold the light for me";

    private static readonly string[] s_songs = ["pop", "folk", "rock", "hip-hop", "electronic", "jazz"];
    private static readonly string[] s_styles = ["Rock", "Bossa Nova", "Electronic", "Folk"];

    private readonly List<string> _rows = [];

    /// <summary>Measures and records.</summary>
    public async Task RunAsync()
    {
        foreach (var name in s_songs)
        {
            await SongAsync(BenchSong.Set("bench/lyrics").Single(song => song.Name == name));
        }

        await File.WriteAllLinesAsync("bench/results/swaps.md", SwapReport.Lines(_rows));
    }

    private async Task SongAsync(BenchSong song)
    {
        var own = Path.Combine(folder, "swaps", song.Name);
        var brief = song.Brief with { Seconds = 60 };
        var source = await SwapClip.MakeAsync(engine, SongOrder.Compose(brief), null, Path.Combine(own, "source"));
        Add($"| {song.Name} | as made | | | {Sound(source)} |");
        var (first, second) = (Style(song, 0), Style(song, 1));
        var sound = await Exchange(song, "sound", source, Sound(first, 61), Path.Combine(own, "sound-1"));
        await Exchange(song, "sound", source, Sound(second, 62), Path.Combine(own, "sound-2"));
        var gender = brief.Gender == Gender.Female ? Gender.Male : Gender.Female;
        await Exchange(song, "vocals", source, Vocals(gender, Timbre.Warm, 63), Path.Combine(own, "vocals-1"));
        await Exchange(
            song,
            "vocals",
            source,
            Vocals(brief.Gender, Timbre.Powerful, 64),
            Path.Combine(own, "vocals-2")
        );
        var words = Vocals(brief.Gender, brief.Timbre!.Value, 67);
        words = words with { Brief = words.Brief with { Lyrics = Words } };
        await Exchange(song, "words", source, words, Path.Combine(own, "words"));
        var sung = Vocals(gender, Timbre.Bright, 65);
        var other = await Exchange(song, "then vocals", sound, sung, Path.Combine(own, "chain-2"));
        await Exchange(song, "then sound", other, Sound(second, 66), Path.Combine(own, "chain-3"));
    }

    private async Task<SwapClip> Exchange(BenchSong song, string what, SwapClip source, SongOrder order, string target)
    {
        var clip = await SwapClip.MakeAsync(engine, order, source.Clip.Song, target);
        var isSound = order.Kind == OrderKind.SwapSound;
        var (before, after) = isSound ? (source.Voices, clip.Voices) : (source.Band, clip.Band);
        var wish = isSound ? clip.Clip.Song.Style : $"{order.Brief.Gender} {order.Brief.Timbre}";
        Add($"| {song.Name} | {what}: {wish} | {Miss(before, after)} | {Sound(clip)} |");
        return clip;
    }

    private void Add(FormattableString row)
    {
        _rows.Add(row.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(_rows[^1]);
    }

    private static string Style(BenchSong song, int index) =>
        s_styles.Where(style => !song.Brief.Genres.Contains(style)).ElementAt(index);

    private static SongOrder Sound(string genre, long seed) =>
        new(OrderKind.SwapSound, new SongBrief { Genres = [genre], Seed = seed });

    private static SongOrder Vocals(Gender? gender, Timbre timbre, long seed) =>
        new(
            OrderKind.SwapVocals,
            new SongBrief
            {
                Gender = gender,
                Timbre = timbre,
                Seed = seed,
            }
        );

    private static string Sound(SwapClip clip)
    {
        var (lufs, range, peak) = Ebur128.Measure(Path.Combine(clip.Clip.Folder, "master.wav"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{lufs:F1} | {range:F1} | {peak:F1} | {clip.Over:F1} | {clip.Reported("limiterDb"):F1} | {clip.Reported("limiterShare"):P1} | {clip.Reported("limiterDeepShare"):P1} | {clip.Seconds:F1}"
        );
    }

    private static string Miss(AudioBuffer before, AudioBuffer after)
    {
        var (worst, power, whole) = (1e-10, 1e-20, 1e-20);
        for (var i = 0; i < before.Length; i++)
        {
            var (left, right) = (before.Left[i] - after.Left[i], before.Right[i] - after.Right[i]);
            worst = Math.Max(worst, Math.Max(Math.Abs(left), Math.Abs(right)));
            power += left * left + right * right;
            whole += before.Left[i] * before.Left[i] + before.Right[i] * before.Right[i];
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{20 * Math.Log10(worst):F0} | {Math.Max(-200, 10 * Math.Log10(power / whole)):F0}"
        );
    }
}

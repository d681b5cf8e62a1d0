using System.Diagnostics;
using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>A made clip with its basic stems.</summary>
internal sealed record SwapClip(JoinSong Clip, AudioBuffer Voices, AudioBuffer Band, double Seconds)
{
    /// <summary>Makes an order's clip and takes it apart.</summary>
    public static async Task<SwapClip> MakeAsync(IMusicEngine engine, SongOrder order, Song? source, string folder)
    {
        var watch = Stopwatch.StartNew();
        var clip = await JoinSong.MakeAsync(engine, order, source, folder);
        var seconds = watch.Elapsed.TotalSeconds;
        var split = Path.Combine(folder, "basic");
        await JoinSong.MakeFilesAsync(engine, new SongOrder(OrderKind.Stems, clip.Song.Brief), clip.Song, split);
        return new SwapClip(clip, Stem(split, "vocals"), Stem(split, "instrumental"), seconds);
    }

    /// <summary>LU of the voices over the band.</summary>
    public double Over => LoudnessMeter.Of(Voices).Integrated - LoudnessMeter.Of(Band).Integrated;

    /// <summary>A number of the clip's report.</summary>
    public double Reported(string name)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Clip.Folder, "report.json")));
        return report.RootElement.GetProperty(name).GetDouble();
    }

    private static AudioBuffer Stem(string split, string name) =>
        Wave.Read(Path.Combine(split, StemNames.Folder(name), "master.wav"));
}

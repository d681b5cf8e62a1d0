using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>A made clip: its folder, its song, its master.</summary>
internal sealed record JoinSong(string Folder, Song Song, AudioBuffer Master)
{
    /// <summary>Makes an order's clip in a new folder.</summary>
    public static async Task<JoinSong> MakeAsync(IMusicEngine engine, SongOrder order, Song? source, string folder)
    {
        await MakeFilesAsync(engine, order, source, folder);
        return Read(folder);
    }

    /// <summary>Makes an order's files in a new folder.</summary>
    public static async Task MakeFilesAsync(IMusicEngine engine, SongOrder order, Song? source, string folder)
    {
        Directory.CreateDirectory(folder);
        await engine.MakeAsync(
            new MakeRequest(order, folder, false, false) { Source = source },
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
    }

    /// <summary>Reads a clip's files.</summary>
    public static JoinSong Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "song.json"));
        return new JoinSong(folder, SongFile.Read(file), Wave.Read(Path.Combine(folder, "master.wav")));
    }
}

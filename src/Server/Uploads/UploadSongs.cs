using System.Collections.Concurrent;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Working;

namespace Troubadour.Server.Uploads;

/// <summary>
/// Gives uploads the songs that stand for them, so that every edit works on them: that of the clip which the upload is a copy of, else one that was
/// written down by ear. It is done once an upload: with it or, where that came to nothing, when an edit asks.
/// </summary>
internal sealed class UploadSongs(
    Understander understander,
    OwnSongs own,
    ClipBook clips,
    ClipKeeper keeper,
    SourceSongs songs,
    DataFolder data
)
{
    private const int FirstAttempt = 1;

    // The files that a copy shares with its clip. Its sound stays its own.
    private static readonly string[] Shared = [ClipFiles.Song, ClipFiles.Midi, ClipFiles.Words, ClipFiles.Cover];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _listening = new(StringComparer.Ordinal);

    /// <summary>Gives an upload its song where it has none yet.</summary>
    /// <param name="clip">The upload.</param>
    /// <param name="known">What the caller says of it: tempo, metre, key; null for nothing.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>False when it cannot be understood.</returns>
    public async Task<bool> EnsureAsync(Clip clip, SongBrief? known, CancellationToken cancellation)
    {
        if (await HasSongAsync(clip, cancellation))
        {
            return true;
        }

        // Two edits that come before it is done wait for one listening.
        var listening = _listening.GetOrAdd(clip.Id, _ => new SemaphoreSlim(1));
        await listening.WaitAsync(cancellation);
        try
        {
            return await HasSongAsync(clip, cancellation)
                || await UnderstandAsync(clip, known ?? new SongBrief(), cancellation);
        }
        finally
        {
            _listening.TryRemove(clip.Id, out _);
            listening.Release();
        }
    }

    /// <summary>When given words are sung in an upload's recording.</summary>
    /// <param name="clip">The upload.</param>
    /// <param name="lyrics">The words.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Their times; null when they could not be found.</returns>
    public async Task<LyricTimes?> AlignAsync(Clip clip, string lyrics, CancellationToken cancellation)
    {
        using var folder = new ListeningFolder(data.Work);
        var brief = new SongBrief { Lyrics = lyrics };
        if (
            !await songs.CopyAsync(clip.Id, ClipFiles.Wav, folder.Recording, cancellation)
            || !await songs.CopyAsync(clip.Id, ClipFiles.Song, folder.Song, cancellation)
        )
        {
            return null;
        }

        var order = new WorkerOrder(new SongOrder(OrderKind.Align, brief), folder.Song, folder.Found, WithMp3: false)
        {
            Recording = folder.Recording,
        };
        var report = await understander.RunAsync(order, cancellation);
        if (report?.Kind != WorkerReportKind.Done)
        {
            return null;
        }

        await using var file = File.OpenRead(Path.Combine(folder.Found, "lyrics.json"));
        return LyricTimes.Read(file);
    }

    private async Task<bool> HasSongAsync(Clip clip, CancellationToken cancellation) =>
        await clips.FindBlobAsync(clip.Id, ClipFiles.Song, cancellation) is not null;

    private async Task<bool> UnderstandAsync(Clip clip, SongBrief known, CancellationToken cancellation)
    {
        using var folder = new ListeningFolder(data.Work);
        if (!await songs.CopyAsync(clip.Id, ClipFiles.Wav, folder.Recording, cancellation))
        {
            return false;
        }

        var order = new WorkerOrder(new SongOrder(OrderKind.Understand, known), null, folder.Found, WithMp3: false)
        {
            Recording = folder.Recording,
        };
        var report = await understander.RunAsync(order, cancellation);
        if (report?.Kind != WorkerReportKind.Done)
        {
            return false;
        }

        folder.KeepFound();
        Name(folder, clip.Id);
        if (await own.FindAsync(clip.AccountId, folder.Recording, cancellation) is { } twin)
        {
            await TakeAsync(twin, folder, cancellation);
        }

        var files = await keeper.StoreAsync(clip.Id, FirstAttempt, folder.Found);
        if (await clips.AddAsync(clip.Id, files, cancellation))
        {
            return true;
        }

        await keeper.DropAsync(clip.Id);
        return false;
    }

    // The engine does not know what the recording is called here.
    private static void Name(ListeningFolder folder, string id)
    {
        var path = Path.Combine(folder.Found, "song.json");
        Song song;
        using (var file = File.OpenRead(path))
        {
            song = SongFile.Read(file);
        }

        using var output = File.Create(path);
        SongFile.Write(song with { Recording = Recording.Whole(id) }, output);
    }

    private async Task TakeAsync(Clip twin, ListeningFolder folder, CancellationToken cancellation)
    {
        foreach (var file in ClipFiles.All.Where(file => Shared.Contains(file.Kind)))
        {
            await songs.CopyAsync(twin.Id, file.Kind, Path.Combine(folder.Found, file.Name), cancellation);
        }
    }
}

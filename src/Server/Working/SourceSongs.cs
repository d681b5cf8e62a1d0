using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Storage;

namespace Troubadour.Server.Working;

/// <summary>Reads the songs behind stored clips.</summary>
internal sealed class SourceSongs(ClipBook clips, IBlobStore blobs)
{
    /// <summary>The song of a clip; null when it has none, as an uploaded file.</summary>
    public async Task<Song?> ReadAsync(string clipId, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(clipId, ClipFiles.Song, cancellation);
        return stream is null ? null : SongFile.Read(stream);
    }

    /// <summary>The upload whose recording is heard in a song or in what lies under it; null for none.</summary>
    public static string? RecordingOf(Song song) =>
        song.Recording?.Id ?? (song.PunchIn is { } punch ? RecordingOf(punch.Before) : null);

    /// <summary>Copies a file of a clip, such as its song; false when it has none any more.</summary>
    public async Task<bool> CopyAsync(string clipId, string kind, string path, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(clipId, kind, cancellation);
        if (stream is null)
        {
            return false;
        }

        await using var file = File.Create(path);
        await stream.CopyToAsync(file, cancellation);
        return true;
    }

    private async Task<Stream?> OpenAsync(string clipId, string kind, CancellationToken cancellation)
    {
        var blob = await clips.FindBlobAsync(clipId, kind, cancellation);
        return blob is null ? null : await blobs.OpenAsync(blob.Path, cancellation);
    }
}

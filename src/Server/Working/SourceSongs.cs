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
        await using var stream = await OpenAsync(clipId, cancellation);
        return stream is null ? null : SongFile.Read(stream);
    }

    /// <summary>Copies the song of a clip into a file; false when it has none any more.</summary>
    public async Task<bool> CopyAsync(string clipId, string path, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(clipId, cancellation);
        if (stream is null)
        {
            return false;
        }

        await using var file = File.Create(path);
        await stream.CopyToAsync(file, cancellation);
        return true;
    }

    private async Task<Stream?> OpenAsync(string clipId, CancellationToken cancellation)
    {
        var blob = await clips.FindBlobAsync(clipId, ClipFiles.Song, cancellation);
        return blob is null ? null : await blobs.OpenAsync(blob.Path, cancellation);
    }
}

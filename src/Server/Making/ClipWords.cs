using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Server.Making;

/// <summary>Reads when the words of stored clips are sung.</summary>
internal sealed class ClipWords(ClipBook clips, IBlobStore blobs)
{
    /// <summary>The lines and words of a clip; none where nobody sings or the clip is not made.</summary>
    public async Task<LyricTimes> ReadAsync(string clipId, CancellationToken cancellation)
    {
        var blob = await clips.FindBlobAsync(clipId, ClipFiles.Words, cancellation);
        await using var stream = blob is null ? null : await blobs.OpenAsync(blob.Path, cancellation);
        return stream is null ? new LyricTimes([]) : LyricTimes.Read(stream);
    }
}

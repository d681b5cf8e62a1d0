using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Storage;

namespace Troubadour.Server.Keeping;

/// <summary>
/// Removes files that the books do not name: what deletions and lost attempts left, and what killed processes left half written. Files
/// that a task at work may have written are too young; what is not of our making is left alone.
/// </summary>
public sealed class Orphans(
    KeepingBook book,
    IBlobStore blobs,
    TroubadourSettings settings,
    TimeProvider clock,
    ILogger<Orphans> logger
)
{
    private const int BatchFiles = 500;

    private static readonly TimeSpan LeastAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <summary>Looks at the whole store once. Several may do so at the same time.</summary>
    /// <returns>How many files were removed.</returns>
    /// <exception cref="IOException">The store failed.</exception>
    public async Task<int> RemoveAsync(CancellationToken cancellation = default)
    {
        if (!await book.HasFilesAsync(cancellation))
        {
            // A new server that was given an old store, or an old server that lost its books: nobody's files are removed for that.
            logger.LogInformation("The books name no file, so none is removed.");
            return 0;
        }

        var before = clock.GetUtcNow() - Age();
        var (batch, removed, strange) = (new List<BlobEntry>(BatchFiles), 0, 0L);
        await foreach (var file in blobs.ListAsync(cancellation))
        {
            if (ClipKey.ClipOf(file.Key) is null)
            {
                strange++;
            }
            else if (file.ModifiedAt < before)
            {
                batch.Add(file);
            }

            if (batch.Count == BatchFiles)
            {
                removed += await RemoveAsync(batch, cancellation);
                batch.Clear();
            }
        }

        if (strange > 0)
        {
            logger.LogWarning("The store holds {Count} files that are not of this server's making.", strange);
        }

        return removed + await RemoveAsync(batch, cancellation);
    }

    private TimeSpan Age()
    {
        var work = TimeSpan.FromSeconds(settings.Render.TimeoutSeconds + settings.Render.KeepSeconds) + Slack;
        return work > LeastAge ? work : LeastAge;
    }

    private async Task<int> RemoveAsync(List<BlobEntry> files, CancellationToken cancellation)
    {
        if (files.Count == 0)
        {
            return 0;
        }

        var clips = files.Select(file => ClipKey.ClipOf(file.Key)!).Distinct(StringComparer.Ordinal).ToList();
        var named = await book.PathsAsync(clips, cancellation);
        var orphans = files.Select(file => file.Key).Where(key => !named.Contains(key)).ToList();
        if (orphans.Count > 0)
        {
            await blobs.DeleteAsync(orphans, cancellation);
        }

        return orphans.Count;
    }
}

using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Keeping;

/// <summary>Deletes clips that were finished longer ago than the operator keeps them, as if their callers did it.</summary>
public sealed class Retention(KeepingBook book, ClipEraser eraser, TroubadourSettings settings, TimeProvider clock)
{
    private const int BatchClips = 200;

    /// <summary>Deletes what is due. Several may do so at the same time.</summary>
    /// <returns>How many clips were deleted; 0 where everything is kept.</returns>
    public async Task<int> ExpireAsync(CancellationToken cancellation = default)
    {
        if (settings.Retention.Days == 0)
        {
            return 0;
        }

        var before = clock.GetUtcNow().AddDays(-settings.Retention.Days).ToUnixTimeMilliseconds();
        var (after, deleted) = ("", 0);
        while (true)
        {
            var batch = await book.ExpiredAsync(before, after, BatchClips, cancellation);
            foreach (var clip in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                deleted += await eraser.EraseAsync(clip.AccountId, clip.Id, cancellation) ? 1 : 0;
            }

            if (batch.Count < BatchClips)
            {
                return deleted;
            }

            after = batch[^1].Id;
        }
    }
}

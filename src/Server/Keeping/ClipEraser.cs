using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Server.Keeping;

/// <summary>Deletes clips: first their rows, then their files. Files that outlive their rows are left to the sweeper.</summary>
public sealed class ClipEraser(ClipBook clips, IBlobStore blobs, ILogger<ClipEraser> logger)
{
    /// <summary>Deletes a finished clip.</summary>
    /// <returns>False when the account has no such clip.</returns>
    public async Task<bool> EraseAsync(string accountId, string clipId, CancellationToken cancellation = default)
    {
        if (!await clips.DeleteAsync(accountId, clipId, cancellation))
        {
            return false;
        }

        try
        {
            await blobs.DeleteFolderAsync(ClipFiles.Folder(clipId), CancellationToken.None);
        }
        catch (IOException e)
        {
            logger.LogWarning(e, "The files of the deleted clip {Clip} are left to the next sweep.", clipId);
        }

        return true;
    }
}

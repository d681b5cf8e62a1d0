using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Clips as their owners see them: found, deleted, their files opened.</summary>
public sealed class ClipBook(IBookDatabase database, TimeProvider clock)
{
    /// <summary>A clip of this account that was not deleted; null for an unknown or another account's id.</summary>
    public ValueTask<Clip?> FindAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<Clip>(
                    $"SELECT {ClipRows.Columns} FROM clips WHERE id=@id AND account_id=@accountId AND deleted_at IS NULL",
                    new { id, accountId }
                ),
            cancellation
        );

    /// <summary>A stored file of a clip, whoever asks: the address itself is the permission.</summary>
    public ValueTask<Blob?> FindBlobAsync(string clipId, string kind, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<Blob>(
                    """
                    SELECT clip_id AS ClipId, kind AS Kind, path AS Path, bytes AS Bytes, sha256 AS Sha256,
                           content_type AS ContentType, created_at AS CreatedAt
                    FROM blobs WHERE clip_id=@clipId AND kind=@kind
                    """,
                    new { clipId, kind }
                ),
            cancellation
        );

    /// <summary>Deletes a finished clip's rows of files. The files may be removed when this has returned true.</summary>
    /// <returns>False when the account has no such clip.</returns>
    public Task<bool> DeleteAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var changed = transaction.Execute(
                    """
                    UPDATE clips SET deleted_at=@now
                    WHERE id=@id AND account_id=@accountId AND state='succeeded' AND deleted_at IS NULL
                    """,
                    new
                    {
                        id,
                        accountId,
                        now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                    }
                );
                if (changed == 1)
                {
                    transaction.Execute("DELETE FROM blobs WHERE clip_id=@id", new { id });
                }

                return changed == 1;
            },
            cancellation
        );

    /// <summary>Ends a clip well within a transaction that books its task.</summary>
    public static void Finish(BookTransaction transaction, FinishedClip clip, long now)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ClipRows.Finish(transaction, clip, now);
    }

    /// <summary>A persona of this account; null for an unknown or another account's id.</summary>
    public ValueTask<Persona?> FindPersonaAsync(
        string accountId,
        string id,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<Persona>(
                    """
                    SELECT id AS Id, account_id AS AccountId, name AS Name, description AS Description, clip_id AS ClipId,
                           voice AS Voice, created_at AS CreatedAt
                    FROM personas WHERE id=@id AND account_id=@accountId
                    """,
                    new { id, accountId }
                ),
            cancellation
        );
}

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

    /// <summary>The newest of the account's clips that have a file of a kind, the newest first.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kind">The kind of file.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public ValueTask<IReadOnlyList<Blob>> NewestAsync(
        string accountId,
        string kind,
        int most,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync<IReadOnlyList<Blob>>(
            connection =>
                connection
                    .Query<Blob>(
                        """
                        SELECT b.clip_id AS ClipId, b.kind AS Kind, b.path AS Path, b.bytes AS Bytes, b.sha256 AS Sha256,
                               b.content_type AS ContentType, b.created_at AS CreatedAt
                        FROM blobs b JOIN clips c ON c.id=b.clip_id
                        WHERE b.kind=@kind AND c.account_id=@accountId AND c.deleted_at IS NULL
                        ORDER BY b.created_at DESC LIMIT @most
                        """,
                        new
                        {
                            accountId,
                            kind,
                            most,
                        }
                    )
                    .AsList(),
            cancellation
        );

    /// <summary>Adds files to a clip that stands, in the place of older ones of their kinds.</summary>
    /// <returns>False when the clip was deleted meanwhile: nothing was added.</returns>
    public Task<bool> AddAsync(string clipId, IReadOnlyList<Blob> blobs, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                // Written, not read: a deletion at the same time waits for this or is seen by it.
                var stands = transaction.Execute(
                    "UPDATE clips SET deleted_at=NULL WHERE id=@clipId AND deleted_at IS NULL",
                    new { clipId }
                );
                if (stands == 0)
                {
                    return false;
                }

                ClipRows.Insert(transaction, blobs);
                return true;
            },
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

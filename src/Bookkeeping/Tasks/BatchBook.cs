using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Remembers which tasks were asked for together.</summary>
public sealed class BatchBook(IBookDatabase database)
{
    /// <summary>Keeps one.</summary>
    public Task<int> AddAsync(Batch batch, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
                transaction.Execute(
                    "INSERT INTO batches(id,account_id,items,created_at) VALUES(@Id,@AccountId,@Items,@CreatedAt)",
                    batch
                ),
            cancellation
        );

    /// <summary>One of this account; null for an unknown or another account's id.</summary>
    public ValueTask<Batch?> FindAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<Batch>(
                    """
                    SELECT id AS Id, account_id AS AccountId, items AS Items, created_at AS CreatedAt FROM batches
                    WHERE id=@id AND account_id=@accountId
                    """,
                    new { id, accountId }
                ),
            cancellation
        );
}

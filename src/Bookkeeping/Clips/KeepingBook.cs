using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>What the books say about files and old clips to those who clear up.</summary>
public sealed class KeepingBook(IBookDatabase database)
{
    /// <summary>Whether any clip has a file.</summary>
    public ValueTask<bool> HasFilesAsync(CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefault<string>("SELECT clip_id FROM blobs LIMIT 1") is not null,
            cancellation
        );

    /// <summary>Where the files of some clips lie; clips that have none, or are not there, add nothing.</summary>
    /// <param name="clipIds">The clips, some hundred at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<IReadOnlySet<string>> PathsAsync(
        IReadOnlyCollection<string> clipIds,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync<IReadOnlySet<string>>(
            connection =>
            {
                // One parameter each: Dapper's lists are arrays in PostgreSQL, which SQLite has not.
                var values = new DynamicParameters();
                foreach (var (i, id) in clipIds.Index())
                {
                    values.Add($"p{i}", id);
                }

                var names = string.Join(',', values.ParameterNames.Select(name => "@" + name));
                return names.Length == 0
                    ? new HashSet<string>()
                    : connection
                        .Query<string>($"SELECT path FROM blobs WHERE clip_id IN ({names})", values)
                        .ToHashSet(StringComparer.Ordinal);
            },
            cancellation
        );

    /// <summary>Clips of all accounts that were made before a time and are not deleted, in the order of their ids.</summary>
    /// <param name="finishedBefore">Unix milliseconds.</param>
    /// <param name="after">The id to start above; empty starts at the first.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<IReadOnlyList<ExpiredClip>> ExpiredAsync(
        long finishedBefore,
        string after,
        int most,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync<IReadOnlyList<ExpiredClip>>(
            connection =>
                connection
                    .Query<ExpiredClip>(
                        """
                        SELECT id AS Id, account_id AS AccountId FROM clips
                        WHERE id>@after AND state='succeeded' AND finished_at<@finishedBefore AND deleted_at IS NULL
                        ORDER BY id LIMIT @most
                        """,
                        new
                        {
                            finishedBefore,
                            after,
                            most,
                        }
                    )
                    .AsList(),
            cancellation
        );
}

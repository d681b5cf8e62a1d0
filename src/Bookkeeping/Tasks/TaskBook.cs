using System.Data.Common;
using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Tasks as their callers see them: accepted, listed, cancelled.</summary>
public sealed class TaskBook(IBookDatabase database, TimeProvider clock)
{
    private const string Columns = """
        id AS Id, account_id AS AccountId, key_id AS KeyId, family AS Family, action AS Action, plan AS Plan, state AS State,
        attempt AS Attempt, crashes AS Crashes, progress AS Progress, cost AS Cost, error_type AS ErrorType, error_text AS ErrorText,
        trace AS Trace, base_url AS BaseUrl, webhook_url AS WebhookUrl, webhook_secret AS WebhookSecret, created_at AS CreatedAt,
        started_at AS StartedAt, finished_at AS FinishedAt
        """;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Accepts a task: hold, ledger, task, clips and idempotency row in one transaction, or nothing at all.</summary>
    public Task<CreateOutcome> CreateAsync(NewTask task, QueueLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(limits);
        return database.WriteAsync(
            transaction => new TaskCreation(transaction, task, clock.GetUtcNow()).Create(limits),
            cancellation
        );
    }

    /// <summary>Books a call that is answered at once: the task is made, paid and ended in one transaction.</summary>
    /// <param name="task">The task.</param>
    /// <param name="write">Writes what the call makes, told the task's id; null for nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<CreateOutcome> CompleteAsync(
        NewTask task,
        Action<BookTransaction, string>? write = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        return database.WriteAsync(
            transaction => new TaskCreation(transaction, task, clock.GetUtcNow()).Complete(write),
            cancellation
        );
    }

    /// <summary>A task of this account with its clips; null for an unknown or another account's id.</summary>
    public ValueTask<MusicTask?> FindAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(connection => Find(connection, accountId, id), cancellation);

    /// <summary>A task of one clip, as a poll tells it; null for an unknown or another account's id, or when its clip was deleted.</summary>
    public ValueTask<SongStatus?> FindSongAsync(
        string accountId,
        string id,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<SongStatus>(
                    """
                    SELECT t.id AS TaskId, t.family AS Family, t.state AS State, t.progress AS Progress, t.error_type AS ErrorType,
                           t.error_text AS ErrorText, t.base_url AS BaseUrl, c.id AS ClipId, c.lyrics AS Lyrics, c.seconds AS Seconds,
                           c.genre AS Genre, c.mood AS Mood, c.gender AS Gender, c.timbre AS Timbre
                    FROM tasks t JOIN clips c ON c.task_id=t.id AND c.position=0
                    WHERE t.id=@id AND t.account_id=@accountId AND c.deleted_at IS NULL
                    """,
                    new { id, accountId }
                ),
            cancellation
        );

    /// <summary>Tasks of this account with their clips, newest first.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="before">The id to start below; null starts at the newest.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<IReadOnlyList<MusicTask>> ListAsync(
        string accountId,
        string? before,
        string? state,
        int count,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync(
            IReadOnlyList<MusicTask> (connection) =>
            {
                var tasks = connection
                    .Query<MusicTask>(
                        $"""
                        SELECT {Columns} FROM tasks
                        WHERE account_id=@accountId AND (@before IS NULL OR id<@before) AND (@state IS NULL OR state=@state)
                        ORDER BY id DESC LIMIT @count
                        """,
                        new
                        {
                            accountId,
                            before,
                            state,
                            count,
                        }
                    )
                    .AsList();
                tasks.ForEach(task => task.Clips = Clips(connection, task.Id));
                return tasks;
            },
            cancellation
        );

    /// <summary>Cancels an open task and gives its credits back.</summary>
    public Task<CancelVerdict> CancelAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var changed = transaction.Execute(
                    """
                    UPDATE tasks SET state='cancelled', finished_at=@now, error_type='api_error', error_text='The task was cancelled.'
                    WHERE id=@id AND account_id=@accountId AND state IN('queued','running')
                    """,
                    new
                    {
                        id,
                        accountId,
                        now = Now,
                    }
                );
                if (changed == 1)
                {
                    ClipRows.End(transaction, id, TaskState.Cancelled, "The task was cancelled.", Now);
                    Settlement.Refund(transaction, id, Now, "cancelled");
                    WebhookRows.Owe(transaction, id, WebhookEvent.Failed, Now);
                    return CancelVerdict.Cancelled;
                }

                var exists = transaction.QueryFirstOrDefault<string>(
                    "SELECT id FROM tasks WHERE id=@id AND account_id=@accountId",
                    new { id, accountId }
                );
                return exists is null ? CancelVerdict.Unknown : CancelVerdict.Ended;
            },
            cancellation
        );

    /// <summary>Forgets idempotency keys that are a day old.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction => transaction.Execute("DELETE FROM idempotency WHERE expires_at<@now", new { now = Now }),
            cancellation
        );

    private static MusicTask? Find(DbConnection connection, string accountId, string id)
    {
        var task = connection.QueryFirstOrDefault<MusicTask>(
            $"SELECT {Columns} FROM tasks WHERE id=@id AND account_id=@accountId",
            new { id, accountId }
        );
        task?.Clips = Clips(connection, id);
        return task;
    }

    private static List<Clip> Clips(DbConnection connection, string taskId) =>
        connection
            .Query<Clip>(
                $"SELECT {ClipRows.Columns} FROM clips WHERE task_id=@taskId AND deleted_at IS NULL ORDER BY position",
                new { taskId }
            )
            .AsList();
}

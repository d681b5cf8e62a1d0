using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>
/// Tasks as workers see them: claimed, moved on, ended. Every change names the attempt it belongs to; one that comes late, from a
/// worker that was given up, changes nothing.
/// </summary>
public sealed class WorkBook(IBookDatabase database, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Takes an open task; null when it is not open any more. The caller makes sure that nobody works on it: one that is found
    /// running was dropped by its worker, which counts as a crash.
    /// </summary>
    /// <param name="id">The task.</param>
    /// <param name="node">The server that takes it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<ClaimedTask?> ClaimAsync(string id, string node = "", CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var touched = transaction.QueryFirstOrDefault<long?>(
                    "SELECT touched_at FROM tasks WHERE id=@id",
                    new { id }
                );
                var row = transaction.QueryFirstOrDefault<ClaimRow>(
                    """
                    UPDATE tasks SET crashes=crashes+CASE state WHEN 'running' THEN 1 ELSE 0 END, state='running',
                                     attempt=attempt+1, node=@node, touched_at=@now,
                                     started_at=COALESCE(started_at,@now)
                    WHERE id=@id AND state IN('queued','running')
                    RETURNING attempt AS Attempt, crashes AS Crashes, family AS Family, action AS Action, plan AS Plan, trace AS Trace,
                              key_id AS KeyId, created_at AS CreatedAt
                    """,
                    new
                    {
                        id,
                        node,
                        now = Now,
                    }
                );
                if (row is null)
                {
                    return null;
                }

                transaction.Execute(
                    "UPDATE clips SET state='running' WHERE task_id=@id AND state='queued'",
                    new { id }
                );
                return new ClaimedTask(
                    id,
                    row.Attempt,
                    row.Crashes,
                    row.Family,
                    row.Action,
                    row.Plan,
                    row.Trace,
                    row.CreatedAt
                )
                {
                    KeyId = row.KeyId,
                    DroppedFor = touched is { } at ? TimeSpan.FromMilliseconds(Math.Max(0, Now - at)) : null,
                    Clips = transaction.Query<OpenClip>(
                        """
                        SELECT id AS Id, position AS Position, kind AS Kind, stem AS Stem, title AS Title, state AS State
                        FROM clips WHERE task_id=@id ORDER BY position
                        """,
                        new { id }
                    ),
                };
            },
            cancellation
        );

    /// <summary>Notes progress, 1 to 99; a lower one than before is kept out.</summary>
    /// <returns>False when the attempt is over.</returns>
    public Task<bool> ProgressAsync(string id, int attempt, int progress, CancellationToken cancellation = default)
    {
        var percent = Math.Clamp(progress, 1, 99);
        return ChangeAsync(
            "UPDATE tasks SET touched_at=@now, progress=CASE WHEN progress<@percent THEN @percent ELSE progress END",
            id,
            attempt,
            new { percent },
            null,
            cancellation
        );
    }

    /// <summary>Ends clips of the task well: what they tell and their files are kept. The task goes on.</summary>
    /// <param name="id">The task.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="clips">The clips that are made.</param>
    /// <param name="streaming">True to tell the task's caller that there is something to hear.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when the attempt is over: the files are the caller's to remove.</returns>
    public Task<bool> KeepAsync(
        string id,
        int attempt,
        IReadOnlyList<FinishedClip> clips,
        bool streaming,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            "UPDATE tasks SET state='running', touched_at=@now",
            id,
            attempt,
            new { },
            transaction =>
            {
                Finish(transaction, clips);
                if (streaming)
                {
                    WebhookRows.Owe(transaction, id, WebhookEvent.Streaming, Now);
                }
            },
            cancellation
        );

    /// <summary>
    /// Ends the task well with its last clips; the credits are spent. One whose answer was lost may be repeated.
    /// </summary>
    /// <returns>False when the attempt is over: the files are the caller's to remove.</returns>
    public async Task<bool> FinishAsync(
        string id,
        int attempt,
        IReadOnlyList<FinishedClip> clips,
        CancellationToken cancellation = default
    ) =>
        await ChangeAsync(
            "UPDATE tasks SET state='succeeded', progress=100, finished_at=@now",
            id,
            attempt,
            new { },
            transaction =>
            {
                Finish(transaction, clips);
                Settlement.Spend(transaction, id, Now);
                WebhookRows.Owe(transaction, id, WebhookEvent.Completed, Now);
            },
            cancellation
        ) || await HasFinishedAsync(id, attempt, cancellation);

    /// <summary>Ends the task badly and gives its credits back; clips that are made stay.</summary>
    /// <returns>False when the attempt is over.</returns>
    public Task<bool> FailAsync(
        string id,
        int attempt,
        string errorType,
        string errorText,
        CancellationToken cancellation = default
    ) =>
        ChangeAsync(
            "UPDATE tasks SET state='failed', finished_at=@now, error_type=@errorType, error_text=@errorText",
            id,
            attempt,
            new { errorType, errorText },
            transaction =>
            {
                ClipRows.End(transaction, id, TaskState.Failed, errorText, Now);
                Settlement.Refund(transaction, id, Now, "failed");
                WebhookRows.Owe(transaction, id, WebhookEvent.Failed, Now);
            },
            cancellation
        );

    /// <summary>Notes that the worker died: the task waits again.</summary>
    /// <returns>How often it has crashed now; null when the attempt is over.</returns>
    public Task<int?> CrashAsync(string id, int attempt, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
                transaction.QueryFirstOrDefault<int?>(
                    """
                    UPDATE tasks SET crashes=crashes+1
                    WHERE id=@id AND attempt=@attempt AND state='running' RETURNING crashes
                    """,
                    new { id, attempt }
                ),
            cancellation
        );

    /// <summary>Puts a running task back in the queue, its progress kept.</summary>
    /// <returns>False when the attempt is over.</returns>
    public Task<bool> HandBackAsync(string id, int attempt, CancellationToken cancellation = default) =>
        ChangeAsync(
            "UPDATE tasks SET state='queued', touched_at=NULL",
            id,
            attempt,
            new { },
            transaction => Requeue(transaction, " AND task_id=@id", id),
            cancellation
        );

    /// <summary>Puts every running task back in the queue. Only for a start, when no worker can be alive.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ReleaseAllAsync(CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                Requeue(transaction, "", "");
                return transaction.Execute("UPDATE tasks SET state='queued' WHERE state='running'");
            },
            cancellation
        );

    /// <summary>Open tasks in order of their ids, which is the order they came in.</summary>
    /// <param name="after">The id to start above; empty starts with the first.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<IReadOnlyList<OpenTask>> OpenAsync(
        string after,
        int count,
        CancellationToken cancellation = default
    ) =>
        database.ReadAsync(
            IReadOnlyList<OpenTask> (connection) =>
                connection
                    .Query<OpenTask>(
                        """
                        SELECT id AS Id, account_id AS AccountId, round AS Round, created_at AS CreatedAt FROM tasks
                        WHERE state IN('queued','running') AND id>@after ORDER BY id LIMIT @count
                        """,
                        new { after, count }
                    )
                    .AsList(),
            cancellation
        );

    private ValueTask<bool> HasFinishedAsync(string id, int attempt, CancellationToken cancellation) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalar<long>(
                    "SELECT COUNT(*) FROM tasks WHERE id=@id AND attempt=@attempt AND state='succeeded'",
                    new { id, attempt }
                ) == 1,
            cancellation
        );

    private static void Requeue(BookTransaction transaction, string which, string id) =>
        transaction.Execute("UPDATE clips SET state='queued' WHERE state='running'" + which, new { id });

    private void Finish(BookTransaction transaction, IReadOnlyList<FinishedClip> clips)
    {
        foreach (var clip in clips)
        {
            ClipRows.Finish(transaction, clip, Now);
        }
    }

    private Task<bool> ChangeAsync(
        string update,
        string id,
        int attempt,
        object values,
        Action<BookTransaction>? then,
        CancellationToken cancellation
    )
    {
        var parameters = new DynamicParameters(values);
        parameters.AddDynamicParams(
            new
            {
                id,
                attempt,
                now = Now,
            }
        );
        return database.WriteAsync(
            transaction =>
            {
                var sql = update + " WHERE id=@id AND attempt=@attempt AND state='running'";
                if (transaction.Execute(sql, parameters) == 0)
                {
                    return false;
                }

                then?.Invoke(transaction);
                return true;
            },
            cancellation
        );
    }

    private sealed class ClaimRow
    {
        public int Attempt { get; set; }
        public int Crashes { get; set; }
        public string Family { get; set; } = "";
        public string Action { get; set; } = "";
        public string Plan { get; set; } = "";
        public string? Trace { get; set; }
        public string KeyId { get; set; } = "";
        public long CreatedAt { get; set; }
    }
}

using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Tasks as their callers see them: accepted, listed, cancelled.</summary>
public sealed class TaskBook(IBookDatabase database, TimeProvider clock)
{
    private const long IdempotencyMilliseconds = 24L * 60 * 60 * 1000;

    private const string Columns = """
        id AS Id, account_id AS AccountId, key_id AS KeyId, family AS Family, action AS Action, brief AS Brief, genre AS Genre,
        mood AS Mood, gender AS Gender, timbre AS Timbre, state AS State, attempt AS Attempt, crashes AS Crashes,
        progress AS Progress, cost AS Cost, lyrics AS Lyrics, seconds AS Seconds, seed AS Seed, error_type AS ErrorType,
        error_text AS ErrorText, trace AS Trace, created_at AS CreatedAt, started_at AS StartedAt, finished_at AS FinishedAt,
        clip_deleted_at AS ClipDeletedAt
        """;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Accepts a task: hold, ledger, task and idempotency row in one transaction, or nothing at all.</summary>
    public Task<CreateOutcome> CreateAsync(NewTask task, QueueLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(limits);
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return database.WriteAsync(transaction => Create(transaction, id, task, limits), cancellation);
    }

    /// <summary>A task of this account; null for an unknown or another account's id.</summary>
    public ValueTask<MusicTask?> FindAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<MusicTask>(
                    $"SELECT {Columns} FROM tasks WHERE id=@id AND account_id=@accountId",
                    new { id, accountId }
                ),
            cancellation
        );

    /// <summary>Tasks of this account, newest first.</summary>
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
                connection
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
                    .AsList(),
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
                    Settlement.Refund(transaction, id, Now, "cancelled");
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

    /// <summary>A stored file of a clip, whoever asks: the address itself is the permission.</summary>
    public ValueTask<Blob?> FindBlobAsync(string taskId, string kind, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<Blob>(
                    """
                    SELECT task_id AS TaskId, kind AS Kind, path AS Path, bytes AS Bytes, sha256 AS Sha256,
                           content_type AS ContentType, created_at AS CreatedAt
                    FROM blobs WHERE task_id=@taskId AND kind=@kind
                    """,
                    new { taskId, kind }
                ),
            cancellation
        );

    /// <summary>Deletes a finished clip's rows. Its files may be removed when this has returned true.</summary>
    /// <returns>False when the account has no such clip.</returns>
    public Task<bool> DeleteClipAsync(string accountId, string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var changed = transaction.Execute(
                    """
                    UPDATE tasks SET clip_deleted_at=@now
                    WHERE id=@id AND account_id=@accountId AND state='succeeded' AND clip_deleted_at IS NULL
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
                    transaction.Execute("DELETE FROM blobs WHERE task_id=@id", new { id });
                }

                return changed == 1;
            },
            cancellation
        );

    /// <summary>Forgets idempotency keys that are a day old.</summary>
    public Task<int> SweepAsync(CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction => transaction.Execute("DELETE FROM idempotency WHERE expires_at<@now", new { now = Now }),
            cancellation
        );

    private CreateOutcome Create(BookTransaction transaction, string id, NewTask task, QueueLimits limits)
    {
        if (Replay(transaction, task) is { } replay)
        {
            return replay;
        }

        var account = transaction.QueryFirstOrDefault<AccountRow>(
            "SELECT credits AS Credits, extra_credits AS ExtraCredits, open_tasks AS OpenTasks FROM accounts WHERE id=@AccountId",
            new { task.Caller.AccountId }
        );
        if (account is null || account.Credits + account.ExtraCredits < task.Cost)
        {
            return new CreateOutcome(CreateVerdict.NotEnoughCredits, null);
        }

        var open = transaction.QueryFirstOrDefault<int>("SELECT COALESCE(SUM(open_tasks),0) FROM accounts");
        if (open >= limits.MaxOpen || account.OpenTasks >= limits.MaxPerAccount)
        {
            return new CreateOutcome(CreateVerdict.QueueFull, null);
        }

        Hold(transaction, id, task, account);
        InsertTask(transaction, id, task);
        Remember(transaction, id, task);
        return new CreateOutcome(CreateVerdict.Created, id);
    }

    private CreateOutcome? Replay(BookTransaction transaction, NewTask task)
    {
        if (task.Idempotency is null)
        {
            return null;
        }

        var known = transaction.QueryFirstOrDefault<IdempotencyRow>(
            """
            SELECT request_hash AS RequestHash, task_id AS TaskId FROM idempotency
            WHERE account_id=@AccountId AND key=@Key AND expires_at>=@now
            """,
            new
            {
                task.Caller.AccountId,
                task.Idempotency.Key,
                now = Now,
            }
        );
        if (known is null)
        {
            return null;
        }

        return known.RequestHash == task.Idempotency.RequestHash
            ? new CreateOutcome(CreateVerdict.Replayed, known.TaskId)
            : new CreateOutcome(CreateVerdict.KeyReused, null);
    }

    private void Hold(BookTransaction transaction, string id, NewTask task, AccountRow account)
    {
        var extra = Math.Min(account.ExtraCredits, task.Cost);
        var credits = task.Cost - extra;
        var ledger = new LedgerWriter(transaction, $"{id}:hold", id, LedgerKind.Hold, Now, task.Family);
        ledger.Add(Purse.Extra, task.Caller.AccountId, -extra);
        ledger.Add(Purse.Credits, task.Caller.AccountId, -credits);
        ledger.Add(Purse.Escrow, null, task.Cost);
        transaction.Execute(
            """
            UPDATE accounts SET credits=credits-@credits, extra_credits=extra_credits-@extra, open_tasks=open_tasks+1
            WHERE id=@AccountId
            """,
            new
            {
                credits,
                extra,
                task.Caller.AccountId,
            }
        );
    }

    private void InsertTask(BookTransaction transaction, string id, NewTask task) =>
        transaction.Execute(
            """
            INSERT INTO tasks(id,account_id,key_id,family,action,brief,genre,mood,gender,timbre,state,attempt,crashes,progress,cost,
                              trace,created_at)
            VALUES(@id,@AccountId,@KeyId,@Family,@Action,@Brief,@Genre,@Mood,@Gender,@Timbre,'queued',0,0,0,@Cost,@Trace,@now)
            """,
            new
            {
                id,
                task.Caller.AccountId,
                task.Caller.KeyId,
                task.Family,
                task.Action,
                task.Brief,
                task.Genre,
                task.Mood,
                task.Gender,
                task.Timbre,
                task.Cost,
                task.Trace,
                now = Now,
            }
        );

    private void Remember(BookTransaction transaction, string id, NewTask task)
    {
        if (task.Idempotency is null)
        {
            return;
        }

        var key = new { task.Caller.AccountId, task.Idempotency.Key };
        transaction.Execute("DELETE FROM idempotency WHERE account_id=@AccountId AND key=@Key", key);
        transaction.Execute(
            """
            INSERT INTO idempotency(account_id,key,request_hash,task_id,expires_at)
            VALUES(@AccountId,@Key,@RequestHash,@id,@expires)
            """,
            new
            {
                task.Caller.AccountId,
                task.Idempotency.Key,
                task.Idempotency.RequestHash,
                id,
                expires = Now + IdempotencyMilliseconds,
            }
        );
    }

    private sealed class AccountRow
    {
        public long Credits { get; set; }
        public long ExtraCredits { get; set; }
        public int OpenTasks { get; set; }
    }

    private sealed class IdempotencyRow
    {
        public string RequestHash { get; set; } = "";
        public string TaskId { get; set; } = "";
    }
}

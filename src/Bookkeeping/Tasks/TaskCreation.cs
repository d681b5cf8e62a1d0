namespace Troubadour.Bookkeeping;

/// <summary>Accepts one task within a transaction.</summary>
internal sealed class TaskCreation(BookTransaction transaction, NewTask task, DateTimeOffset time)
{
    private const long IdempotencyMilliseconds = 24L * 60 * 60 * 1000;

    private readonly string _id = task.Id ?? Guid.CreateVersion7(time).ToString();

    private long Now => time.ToUnixTimeMilliseconds();

    /// <summary>Accepts a task that waits for a worker.</summary>
    public CreateOutcome Create(QueueLimits limits)
    {
        // First of all: whoever else creates for this account waits for its row, on any database.
        var account = Payer();
        if (Replay() is { } replay)
        {
            return replay;
        }

        if (Unpaid(account) is { } verdict)
        {
            return new CreateOutcome(verdict, null);
        }

        var open = transaction.QueryFirstOrDefault<int>(
            "SELECT COALESCE(SUM(open_tasks),0) FROM accounts WHERE open_tasks>0"
        );
        if (open >= limits.MaxOpen || account!.OpenTasks >= limits.MaxPerAccount)
        {
            return new CreateOutcome(CreateVerdict.QueueFull, null);
        }

        var round = NextRound();
        Accept(account!, round);
        return new CreateOutcome(CreateVerdict.Created, _id) { Round = round };
    }

    /// <summary>Accepts a task and ends it well at once.</summary>
    public CreateOutcome Complete(Action<BookTransaction, string>? write)
    {
        var account = Payer();
        if (Replay() is { } replay)
        {
            return replay;
        }

        if (Unpaid(account) is { } verdict)
        {
            return new CreateOutcome(verdict, null);
        }

        Accept(account!, 0);
        transaction.Execute(
            "UPDATE tasks SET state='succeeded', progress=100, started_at=@Now, finished_at=@Now WHERE id=@_id",
            new { _id, Now }
        );
        write?.Invoke(transaction, _id);
        Settlement.Spend(transaction, _id, Now);
        return new CreateOutcome(CreateVerdict.Created, _id);
    }

    // Start-time fair queuing (Goyal, Vin and Cheng 1996) with equal weights: an account's tasks are numbered from the round that is
    // being served, so that accounts take turns however many tasks one of them has waiting.
    private int NextRound() =>
        transaction.QueryFirstOrDefault<int>(
            """
            SELECT CASE WHEN own>served THEN own ELSE served END+1 FROM (
                SELECT COALESCE((SELECT MAX(round) FROM tasks WHERE account_id=@AccountId AND state IN('queued','running')),0) AS own,
                       COALESCE((SELECT MIN(round)-1 FROM tasks WHERE state IN('queued','running') AND state='queued'),
                                (SELECT MAX(round) FROM tasks WHERE state IN('queued','running') AND state='running'),0) AS served
            ) AS rounds
            """,
            new { task.Caller.AccountId }
        );

    private void Accept(AccountRow account, int round)
    {
        Hold(account);
        InsertTask(round);
        ClipRows.Insert(transaction, _id, task, time);
        Remember();
    }

    private AccountRow? Payer() =>
        transaction.QueryFirstOrDefault<AccountRow>(
            """
            UPDATE accounts SET open_tasks=open_tasks WHERE id=@AccountId
            RETURNING credits AS Credits, extra_credits AS ExtraCredits, open_tasks AS OpenTasks, subscribed AS Subscribed
            """,
            new { task.Caller.AccountId }
        );

    private CreateVerdict? Unpaid(AccountRow? account) =>
        account is null || account.Credits + account.ExtraCredits < task.Cost ? CreateVerdict.NotEnoughCredits
        : !account.Subscribed ? CreateVerdict.NoSubscription
        : null;

    private CreateOutcome? Replay()
    {
        if (task.Idempotency is null)
        {
            return null;
        }

        var known = transaction.QueryFirstOrDefault<IdempotencyRow>(
            """
            SELECT request_hash AS RequestHash, task_id AS TaskId FROM idempotency
            WHERE account_id=@AccountId AND key=@Key AND expires_at>=@Now
            """,
            new
            {
                task.Caller.AccountId,
                task.Idempotency.Key,
                Now,
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

    private void Hold(AccountRow account)
    {
        var extra = Math.Min(account.ExtraCredits, task.Cost);
        var credits = task.Cost - extra;
        var ledger = new LedgerWriter(transaction, $"{_id}:hold", _id, LedgerKind.Hold, Now, task.Family);
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

    private void InsertTask(int round) =>
        transaction.Execute(
            """
            INSERT INTO tasks(id,account_id,key_id,family,action,plan,state,round,attempt,crashes,progress,cost,trace,base_url,webhook_url,
                              webhook_secret,created_at)
            VALUES(@_id,@AccountId,@KeyId,@Family,@Action,@Plan,'queued',@round,0,0,0,@Cost,@Trace,@BaseUrl,@WebhookUrl,@WebhookSecret,@Now)
            """,
            new
            {
                _id,
                task.Caller.AccountId,
                task.Caller.KeyId,
                task.Family,
                task.Action,
                task.Plan,
                round,
                task.Cost,
                task.Trace,
                task.BaseUrl,
                task.WebhookUrl,
                task.WebhookSecret,
                Now,
            }
        );

    private void Remember()
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
            VALUES(@AccountId,@Key,@RequestHash,@_id,@expires)
            """,
            new
            {
                task.Caller.AccountId,
                task.Idempotency.Key,
                task.Idempotency.RequestHash,
                _id,
                expires = Now + IdempotencyMilliseconds,
            }
        );
    }

    private sealed class AccountRow
    {
        public long Credits { get; set; }
        public long ExtraCredits { get; set; }
        public int OpenTasks { get; set; }
        public bool Subscribed { get; set; }
    }

    private sealed class IdempotencyRow
    {
        public string RequestHash { get; set; } = "";
        public string TaskId { get; set; } = "";
    }
}

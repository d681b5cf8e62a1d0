namespace Troubadour.Bookkeeping;

/// <summary>Ends the hold of a task, one way or the other. The ledger's unique index lets it happen once.</summary>
internal static class Settlement
{
    public static void Spend(BookTransaction transaction, string taskId, long now)
    {
        var held = Held(transaction, taskId);
        var ledger = new LedgerWriter(transaction, $"{taskId}:settle", taskId, LedgerKind.Settle, now, "spent");
        ledger.Add(Purse.Escrow, null, -held.Total);
        ledger.Add(Purse.Revenue, null, held.Total);
        CloseTask(transaction, taskId);
    }

    public static void Refund(BookTransaction transaction, string taskId, long now, string note)
    {
        var held = Held(transaction, taskId);
        var account = CloseTask(transaction, taskId);
        var ledger = new LedgerWriter(transaction, $"{taskId}:settle", taskId, LedgerKind.Settle, now, note);
        ledger.Add(Purse.Escrow, null, -held.Total);
        ledger.Add(Purse.Credits, account, held.Credits);
        ledger.Add(Purse.Extra, account, held.Extra);
        ledger.MoveBalance(account, held.Credits, held.Extra);
    }

    private static (long Credits, long Extra, long Total) Held(BookTransaction transaction, string taskId)
    {
        var entries = transaction.Query<Entry>(
            "SELECT purse AS Purse, amount AS Amount FROM ledger WHERE task_id=@taskId AND kind='hold'",
            new { taskId }
        );
        var credits = -entries.Where(e => e.Purse == Purse.Credits).Sum(e => e.Amount);
        var extra = -entries.Where(e => e.Purse == Purse.Extra).Sum(e => e.Amount);
        return (credits, extra, credits + extra);
    }

    private static string CloseTask(BookTransaction transaction, string taskId)
    {
        var account =
            transaction.QueryFirstOrDefault<string>("SELECT account_id FROM tasks WHERE id=@taskId", new { taskId })
            ?? throw new InvalidOperationException($"Task {taskId} does not exist.");
        transaction.Execute("UPDATE accounts SET open_tasks=open_tasks-1 WHERE id=@account", new { account });
        return account;
    }

    private sealed class Entry
    {
        public string Purse { get; set; } = "";
        public long Amount { get; set; }
    }
}

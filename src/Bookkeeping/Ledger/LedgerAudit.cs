using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Checks that the books balance.</summary>
public sealed class LedgerAudit(IBookDatabase database)
{
    private const string Checks = """
        SELECT 'all entries sum to ' || SUM(amount) FROM ledger HAVING SUM(amount)<>0
        UNION ALL
        SELECT 'transfer ' || transfer_id || ' sums to ' || SUM(amount) FROM ledger GROUP BY transfer_id HAVING SUM(amount)<>0
        UNION ALL
        SELECT 'account ' || a.id || ' holds ' || a.credits || '+' || a.extra_credits || ', its ledger says otherwise'
        FROM accounts a
        WHERE a.credits<>(SELECT COALESCE(SUM(amount),0) FROM ledger l WHERE l.account_id=a.id AND l.purse='credits')
           OR a.extra_credits<>(SELECT COALESCE(SUM(amount),0) FROM ledger l WHERE l.account_id=a.id AND l.purse='extra')
        UNION ALL
        SELECT 'account ' || a.id || ' counts ' || a.open_tasks || ' open tasks'
        FROM accounts a
        WHERE a.open_tasks<>(SELECT COUNT(*) FROM tasks t WHERE t.account_id=a.id AND t.state IN('queued','running'))
        UNION ALL
        SELECT 'task ' || t.id || ' is ' || t.state || ' and holds ' || COALESCE(SUM(l.amount),0)
        FROM tasks t LEFT JOIN ledger l ON l.task_id=t.id AND l.purse='escrow'
        GROUP BY t.id, t.state, t.cost
        HAVING COALESCE(SUM(l.amount),0)<>CASE WHEN t.state IN('queued','running') THEN t.cost ELSE 0 END
        UNION ALL
        SELECT 'task ' || t.id || ' is ' || t.state || ' and earned ' || COALESCE(SUM(l.amount),0)
        FROM tasks t LEFT JOIN ledger l ON l.task_id=t.id AND l.purse='revenue'
        GROUP BY t.id, t.state, t.cost
        HAVING COALESCE(SUM(l.amount),0)<>CASE WHEN t.state='succeeded' THEN t.cost ELSE 0 END
        """;

    /// <summary>What does not balance, a sentence each; empty when the books are right.</summary>
    public ValueTask<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation = default) =>
        database.ReadAsync(
            IReadOnlyList<string> (connection) => connection.Query<string>(Checks).AsList(),
            cancellation
        );
}

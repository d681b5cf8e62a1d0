using Dapper;
using Troubadour.Bookkeeping;
using Troubadour.Storage;

namespace Troubadour.Faults;

/// <summary>Looks into the books and the store of a fleet, past its servers.</summary>
internal sealed class Books(IBookDatabase database, IBlobStore store, long granted)
{
    private const int Patience = 300;

    /// <summary>Tasks among these that were settled twice, owe two messages of one event, or have more than one file of a kind.</summary>
    public async Task<int> DoubledAsync(IReadOnlySet<string> ids)
    {
        var settled = await CountAsync(
            "SELECT task_id FROM ledger WHERE kind='settle' GROUP BY task_id HAVING COUNT(DISTINCT transfer_id)>1 OR COUNT(*)>2",
            ids
        );
        var told = await CountAsync("SELECT task_id FROM webhooks GROUP BY task_id, event HAVING COUNT(*)>1", ids);
        var attempts = await CountAsync(
            "SELECT c.task_id FROM blobs b JOIN clips c ON c.id=b.clip_id GROUP BY c.task_id, b.kind HAVING COUNT(*)>1",
            ids
        );
        // Nobody else creates tasks: one that the caller does not know is a create that was booked twice.
        var all = await database.ReadAsync(c => c.Query<string>("SELECT id FROM tasks").ToList());
        return settled + told + attempts + all.Count(id => !ids.Contains(id));
    }

    /// <summary>What the auditor finds, and whether the account paid exactly for what it got.</summary>
    public async Task<int> MischargedAsync()
    {
        var faults = await new LedgerAudit(database).FindFaultsAsync();
        var paid = await database.ReadAsync(c =>
            c.ExecuteScalar<long>("SELECT COALESCE(SUM(cost),0) FROM tasks WHERE state='succeeded'")
        );
        var left = await database.ReadAsync(c =>
            c.ExecuteScalar<long>("SELECT SUM(credits+extra_credits) FROM accounts")
        );
        return faults.Count + (left == granted - paid ? 0 : 1);
    }

    /// <summary>Claims beyond one for each of these.</summary>
    public async Task<int> ExtraStartsAsync(IReadOnlySet<string> ids)
    {
        var attempts = await database.ReadAsync(c =>
            c.Query<(string Id, int Attempt)>("SELECT id, attempt FROM tasks WHERE attempt>1").ToList()
        );
        return attempts.Where(task => ids.Contains(task.Id)).Sum(task => task.Attempt - 1);
    }

    /// <summary>Files without rows and rows without files, once nobody clears up any more.</summary>
    public async Task<int> OrphansAsync()
    {
        var orphans = 0;
        for (var look = 0; look < Patience; look++)
        {
            var named = await database.ReadAsync(c => c.Query<string>("SELECT path FROM blobs").ToHashSet());
            var stored = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var entry in store.ListAsync())
            {
                stored.Add(entry.Key);
            }

            orphans = stored.Count(key => !named.Contains(key)) + named.Count(path => !stored.Contains(path));
            if (orphans == 0)
            {
                return 0;
            }

            await Task.Delay(100);
        }

        return orphans;
    }

    private async Task<int> CountAsync(string sql, IReadOnlySet<string> ids)
    {
        var found = await database.ReadAsync(c => c.Query<string>(sql).ToList());
        return found.Count(ids.Contains);
    }
}

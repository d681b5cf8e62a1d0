using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>Keys and the credits behind them: the only place that makes either.</summary>
public sealed class KeyBook(IBookDatabase database, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes an account with one key.</summary>
    /// <param name="name">The operator's name for it.</param>
    /// <param name="credits">Subscription credits granted, 0 or more.</param>
    /// <param name="extraCredits">Extra credits granted, 0 or more.</param>
    /// <param name="secret">The key's text; null makes a random one.</param>
    public Task<NewKey> CreateAsync(
        string name,
        long credits,
        long extraCredits = 0,
        string? secret = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(credits);
        ArgumentOutOfRangeException.ThrowIfNegative(extraCredits);
        var key = new NewKey(NewId(), NewId(), secret ?? KeySecret.New());
        return database.WriteAsync(
            transaction =>
            {
                Insert(transaction, key, name);
                Grant(transaction, key.AccountId, credits, extraCredits, "first grant");
                Audit(transaction, "key.create", key.Id, $"{name}: {credits} credits, {extraCredits} extra");
                return key;
            },
            cancellation
        );
    }

    /// <summary>Makes the operator's own key at start; one that exists already is left as it is.</summary>
    /// <returns>True when the key was made now.</returns>
    public async Task<bool> EnsureAsync(string secret, long credits, CancellationToken cancellation = default)
    {
        var hash = KeySecret.Hash(secret);
        if (await HasKeyAsync(hash, cancellation))
        {
            return false;
        }

        try
        {
            await CreateAsync("bootstrap", credits, 0, secret, cancellation);
            return true;
        }
        catch (DbException)
        {
            // Another server may have made it in between.
            if (!await HasKeyAsync(hash, cancellation))
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>True when any key was ever made.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation = default) =>
        await database.ReadAsync(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM api_keys"), cancellation) > 0;

    /// <summary>All keys, oldest first.</summary>
    public ValueTask<IReadOnlyList<KeySummary>> ListAsync(CancellationToken cancellation = default) =>
        database.ReadAsync(
            IReadOnlyList<KeySummary> (connection) =>
                connection
                    .Query<KeyRow>(
                        """
                        SELECT k.id AS Id, k.account_id AS AccountId, a.name AS Name, k.prefix AS Prefix, a.credits AS Credits,
                               a.extra_credits AS ExtraCredits, k.created_at AS CreatedAt, k.revoked_at AS RevokedAt
                        FROM api_keys k JOIN accounts a ON a.id=k.account_id ORDER BY k.created_at, k.id
                        """
                    )
                    .Select(row => row.ToSummary())
                    .ToList(),
            cancellation
        );

    /// <summary>The caller that a key's text stands for; null when it is unknown or revoked.</summary>
    public ValueTask<Caller?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = KeySecret.Hash(secret);
        return database.ReadAsync(connection => Find(connection, hash), cancellation);
    }

    /// <summary>Revokes the key with this id; it is refused from the next request on.</summary>
    /// <returns>False when there is no such key, or it was revoked before.</returns>
    public Task<bool> RevokeAsync(string id, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var changed = transaction.Execute(
                    "UPDATE api_keys SET revoked_at=@now WHERE id=@id AND revoked_at IS NULL",
                    new { id, now = Now }
                );
                if (changed == 1)
                {
                    Audit(transaction, "key.revoke", id, "");
                }

                return changed == 1;
            },
            cancellation
        );

    /// <summary>Grants credits to the account behind a key.</summary>
    /// <returns>False when there is no such key.</returns>
    public Task<bool> TopUpAsync(string id, long credits, long extraCredits, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(credits);
        ArgumentOutOfRangeException.ThrowIfNegative(extraCredits);
        return database.WriteAsync(
            transaction =>
            {
                var account = transaction.QueryFirstOrDefault<string>(
                    "SELECT account_id FROM api_keys WHERE id=@id",
                    new { id }
                );
                if (account is null)
                {
                    return false;
                }

                Grant(transaction, account, credits, extraCredits, "top-up");
                Audit(transaction, "key.top-up", id, $"{credits} credits, {extraCredits} extra");
                return true;
            },
            cancellation
        );
    }

    /// <summary>Lets the account behind a key make things, or no more: it may still look at what it has.</summary>
    /// <returns>False when there is no such key.</returns>
    public Task<bool> SubscribeAsync(string id, bool isActive, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                var changed = transaction.Execute(
                    "UPDATE accounts SET subscribed=@isActive WHERE id=(SELECT account_id FROM api_keys WHERE id=@id)",
                    new { id, isActive }
                );
                if (changed == 1)
                {
                    Audit(transaction, isActive ? "key.resume" : "key.suspend", id, "");
                }

                return changed == 1;
            },
            cancellation
        );

    /// <summary>What the account can spend now.</summary>
    public ValueTask<CreditBalance> BalanceAsync(string accountId, CancellationToken cancellation = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefault<CreditBalance>(
                    "SELECT credits AS Credits, extra_credits AS ExtraCredits FROM accounts WHERE id=@accountId",
                    new { accountId }
                ),
            cancellation
        );

    private static Caller? Find(DbConnection connection, string hash)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, account_id, hash FROM api_keys WHERE hash=@hash AND revoked_at IS NULL";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@hash";
        parameter.Value = hash;
        command.Parameters.Add(parameter);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var stored = Encoding.ASCII.GetBytes(reader.GetString(2));
        return CryptographicOperations.FixedTimeEquals(stored, Encoding.ASCII.GetBytes(hash))
            ? new Caller(reader.GetString(0), reader.GetString(1))
            : null;
    }

    private ValueTask<bool> HasKeyAsync(string hash, CancellationToken cancellation) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalar<long>("SELECT COUNT(*) FROM api_keys WHERE hash=@hash", new { hash }) > 0,
            cancellation
        );

    private string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    private void Insert(BookTransaction transaction, NewKey key, string name)
    {
        transaction.Execute(
            "INSERT INTO accounts(id,name,credits,extra_credits,open_tasks,created_at) VALUES(@id,@name,0,0,0,@now)",
            new
            {
                id = key.AccountId,
                name,
                now = Now,
            }
        );
        transaction.Execute(
            "INSERT INTO api_keys(id,account_id,hash,prefix,created_at) VALUES(@id,@account,@hash,@prefix,@now)",
            new
            {
                id = key.Id,
                account = key.AccountId,
                hash = KeySecret.Hash(key.Secret),
                prefix = KeySecret.Prefix(key.Secret),
                now = Now,
            }
        );
    }

    private void Grant(BookTransaction transaction, string accountId, long credits, long extraCredits, string note)
    {
        var ledger = new LedgerWriter(transaction, NewId(), null, LedgerKind.Grant, Now, note);
        ledger.Add(Purse.Issued, null, -(credits + extraCredits));
        ledger.Add(Purse.Credits, accountId, credits);
        ledger.Add(Purse.Extra, accountId, extraCredits);
        ledger.MoveBalance(accountId, credits, extraCredits);
    }

    private void Audit(BookTransaction transaction, string action, string target, string detail) =>
        transaction.Execute(
            "INSERT INTO audit(at,action,target,detail) VALUES(@now,@action,@target,@detail)",
            new
            {
                now = Now,
                action,
                target,
                detail,
            }
        );

    private sealed class KeyRow
    {
        public string Id { get; set; } = "";
        public string AccountId { get; set; } = "";
        public string Name { get; set; } = "";
        public string Prefix { get; set; } = "";
        public long Credits { get; set; }
        public long ExtraCredits { get; set; }
        public long CreatedAt { get; set; }
        public long? RevokedAt { get; set; }

        public KeySummary ToSummary() => new(Id, AccountId, Name, Prefix, Credits, ExtraCredits, CreatedAt, RevokedAt);
    }
}

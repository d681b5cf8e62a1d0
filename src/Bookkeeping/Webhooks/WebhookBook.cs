using System.Data.Common;
using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>
/// Webhooks on their way: claimed when they are due, sent again or given up by what came of each try, shown to their owner. A claim is a
/// lease: a sender that dies leaves the row waiting, so that a webhook is sent at least once.
/// </summary>
public sealed class WebhookBook(IBookDatabase database, TimeProvider clock)
{
    // A first try that is due later than any claim lasts was written down by a server whose clock was wrong.
    // Each account takes part with its oldest few, so that a long queue of one hides nobody else's.
    private const string Due = """
        SELECT id AS Id, account_id AS AccountId
        FROM (SELECT id, account_id, next_at, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY next_at,id) AS place
              FROM webhooks WHERE state='waiting' AND (next_at<=@now OR (tries=0 AND next_at>@wrong))) waiting
        WHERE place<=@mostPerAccount ORDER BY next_at,id
        """;

    private const string Claim = """
        UPDATE webhooks SET next_at=@lease
        WHERE id=@id AND state='waiting' AND (next_at<=@now OR (tries=0 AND next_at>@wrong))
        RETURNING id AS Id, task_id AS TaskId, account_id AS AccountId, event AS Event, url AS Url, secret AS Secret, body AS Body,
                  tries AS Tries, next_at AS Lease,
                  (SELECT family FROM tasks WHERE tasks.id=webhooks.task_id) AS Family,
                  (SELECT base_url FROM tasks WHERE tasks.id=webhooks.task_id) AS BaseUrl
        """;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Claims webhooks that are due, those that have waited longest first, accounts side by side.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="mostPerAccount">At most so many of one account, those being sent counted.</param>
    /// <param name="atWork">How many of each account are being sent.</param>
    /// <param name="lease">How long nobody else may claim them.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<DueWebhook>> ClaimAsync(
        int most,
        int mostPerAccount,
        IReadOnlyDictionary<string, int> atWork,
        TimeSpan lease,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(atWork);
        var now = Now;
        var end = now + (long)lease.TotalMilliseconds;
        var wrong = now + (2 * (long)lease.TotalMilliseconds);
        var due = await database.ReadAsync(
            c =>
                c.Query<DueWebhook>(
                        Due,
                        new
                        {
                            now,
                            wrong,
                            mostPerAccount,
                        }
                    )
                    .AsList(),
            cancellation
        );
        var chosen = due.GroupBy(hook => hook.AccountId, StringComparer.Ordinal)
            .SelectMany(own =>
                own.Take(mostPerAccount - atWork.GetValueOrDefault(own.Key)).Select((hook, i) => (hook.Id, i))
            )
            .OrderBy(hook => hook.i)
            .Take(most)
            .Select(hook => hook.Id)
            .ToList();
        if (chosen.Count == 0)
        {
            return [];
        }

        return await database.WriteAsync(transaction => ClaimAll(transaction, chosen, now, wrong, end), cancellation);
    }

    /// <summary>Keeps the text of a webhook, so that every try sends the same.</summary>
    /// <returns>The text that is kept: the first one that was given.</returns>
    public Task<string> KeepBodyAsync(string id, string body, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
                transaction.QueryFirstOrDefault<string>(
                    "UPDATE webhooks SET body=COALESCE(body,@body) WHERE id=@id RETURNING body",
                    new { id, body }
                ) ?? body,
            cancellation
        );

    /// <summary>Notes a try. Where the claim was lost meanwhile, such as by a resend, only the log learns of it.</summary>
    /// <param name="hook">As claimed.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="spacings">Seconds from each failed try to the next; behind the last the webhook is given up.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task RecordAsync(
        DueWebhook hook,
        WebhookOutcome outcome,
        IReadOnlyList<int> spacings,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(hook);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(spacings);
        var now = Now;
        var isDelivered = outcome.Error is null;
        var isOver = isDelivered || outcome.IsFinal || hook.Tries >= spacings.Count;
        var values = new
        {
            hook.Id,
            hook.Lease,
            outcome.At,
            outcome.Milliseconds,
            outcome.Status,
            outcome.Error,
            State = isDelivered ? WebhookState.Delivered
            : isOver ? WebhookState.GivenUp
            : WebhookState.Waiting,
            Next = isOver ? now : now + (spacings[hook.Tries] * 1000L),
            Delivered = isDelivered ? now : (long?)null,
        };
        return database.WriteAsync(
            transaction =>
            {
                transaction.Execute(
                    """
                    INSERT INTO webhook_tries(webhook_id,at,status,error,milliseconds)
                    VALUES(@Id,@At,@Status,@Error,@Milliseconds)
                    """,
                    values
                );
                return transaction.Execute(
                    """
                    UPDATE webhooks SET tries=tries+1, state=@State, next_at=@Next, delivered_at=COALESCE(@Delivered,delivered_at)
                    WHERE id=@Id AND state='waiting' AND next_at=@Lease
                    """,
                    values
                );
            },
            cancellation
        );
    }

    /// <summary>Gives a claim back without a try.</summary>
    public Task ReleaseAsync(DueWebhook hook, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
                transaction.Execute(
                    "UPDATE webhooks SET next_at=@now WHERE id=@Id AND state='waiting' AND next_at=@Lease",
                    new
                    {
                        hook.Id,
                        hook.Lease,
                        now = Now,
                    }
                ),
            cancellation
        );

    /// <summary>The webhooks of a task, oldest first, with their tries; null for an unknown or another account's task.</summary>
    public ValueTask<IReadOnlyList<WebhookLog>?> LogAsync(
        string accountId,
        string taskId,
        CancellationToken cancellation = default
    ) => database.ReadAsync(connection => Log(connection, accountId, taskId), cancellation);

    /// <summary>Starts a webhook over: it is due now, and its tries are counted anew. Its text stays.</summary>
    /// <returns>False where the account has no such webhook of such a task.</returns>
    public Task<bool> ResendAsync(
        string accountId,
        string taskId,
        string id,
        CancellationToken cancellation = default
    ) =>
        database.WriteAsync(
            transaction =>
                transaction.Execute(
                    """
                    UPDATE webhooks SET state='waiting', tries=0, next_at=@now
                    WHERE id=@id AND task_id=@taskId AND account_id=@accountId
                    """,
                    new
                    {
                        id,
                        taskId,
                        accountId,
                        now = Now,
                    }
                ) == 1,
            cancellation
        );

    private static List<DueWebhook> ClaimAll(
        BookTransaction transaction,
        List<string> ids,
        long now,
        long wrong,
        long lease
    )
    {
        var claimed = new List<DueWebhook>(ids.Count);
        // Two senders that claim the same ones must not wait for each other in a ring.
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            claimed.AddRange(
                transaction.Query<DueWebhook>(
                    Claim,
                    new
                    {
                        id,
                        now,
                        wrong,
                        lease,
                    }
                )
            );
        }

        return claimed;
    }

    private static IReadOnlyList<WebhookLog>? Log(DbConnection connection, string accountId, string taskId)
    {
        var own = new { accountId, taskId };
        if (
            connection.ExecuteScalar<long>("SELECT COUNT(*) FROM tasks WHERE id=@taskId AND account_id=@accountId", own)
            == 0
        )
        {
            return null;
        }

        var hooks = connection.Query<Webhook>(
            """
            SELECT id AS Id, task_id AS TaskId, account_id AS AccountId, event AS Event, url AS Url, state AS State, tries AS Tries,
                   next_at AS NextAt, created_at AS CreatedAt, delivered_at AS DeliveredAt
            FROM webhooks WHERE task_id=@taskId AND account_id=@accountId ORDER BY id
            """,
            own
        );
        var tries = connection
            .Query<WebhookTry>(
                """
                SELECT t.id AS Id, t.webhook_id AS WebhookId, t.at AS At, t.status AS Status, t.error AS Error,
                       t.milliseconds AS Milliseconds
                FROM webhook_tries t JOIN webhooks w ON w.id=t.webhook_id WHERE w.task_id=@taskId ORDER BY t.id
                """,
                own
            )
            .ToLookup(t => t.WebhookId, StringComparer.Ordinal);
        return [.. hooks.Select(hook => new WebhookLog(hook, [.. tries[hook.Id]]))];
    }
}

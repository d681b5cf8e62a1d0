namespace Troubadour.Bookkeeping;

/// <summary>
/// Keeps keys to a rate of calls, counted over all servers: the generic cell rate algorithm (ITU-T I.371, virtual scheduling), one row
/// a key and one statement a call.
/// </summary>
public sealed class RateBook(IBookDatabase database, TimeProvider clock)
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>Counts one call.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="perMinute">Calls a minute, 1 or more.</param>
    /// <param name="burst">How many may come at once, 1 or more.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Zero when it is allowed; else how long to wait, and nothing was counted.</returns>
    public Task<TimeSpan> CountAsync(string keyId, int perMinute, int burst, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perMinute, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        var step = MicrosecondsPerMinute / perMinute;
        return database.WriteAsync(
            transaction =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1_000;
                var values = new
                {
                    keyId,
                    now,
                    step,
                    first = now + step,
                    latest = now + ((burst - 1) * step),
                };
                var counted = transaction.Execute(
                    """
                    INSERT INTO call_rates(key_id,due_at) VALUES(@keyId,@first)
                    ON CONFLICT(key_id) DO UPDATE
                    SET due_at=CASE WHEN call_rates.due_at>@now THEN call_rates.due_at+@step ELSE @first END
                    WHERE call_rates.due_at<=@latest
                    """,
                    values
                );
                if (counted == 1)
                {
                    return TimeSpan.Zero;
                }

                var due = transaction.QueryFirstOrDefault<long>(
                    "SELECT due_at FROM call_rates WHERE key_id=@keyId",
                    values
                );
                return TimeSpan.FromMicroseconds(Math.Max(1, due - values.latest));
            },
            cancellation
        );
    }
}

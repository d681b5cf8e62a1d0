namespace Troubadour.Bookkeeping;

/// <summary>What the servers on one database settle among themselves: whose turn it is at a duty, and values they share.</summary>
public sealed class HouseBook(IBookDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Takes a turn at a duty that is done once a period by whoever comes first: that one may die, and the next turn is another's.
    /// </summary>
    /// <param name="name">The duty.</param>
    /// <param name="holder">Who asks.</param>
    /// <param name="length">The period. A turn that ends later than twice this from now was taken by a wrong clock, and is over.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where it was done in this period.</returns>
    public Task<bool> TakeTurnAsync(
        string name,
        string holder,
        TimeSpan length,
        CancellationToken cancellation = default
    ) =>
        database.WriteAsync(
            transaction =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var milliseconds = (long)length.TotalMilliseconds;
                return transaction.Execute(
                        """
                        INSERT INTO duties(name,holder,ends_at) VALUES(@name,@holder,@end)
                        ON CONFLICT(name) DO UPDATE SET holder=@holder, ends_at=@end
                        WHERE duties.ends_at<=@now OR duties.ends_at>@wrong
                        """,
                        new
                        {
                            name,
                            holder,
                            now,
                            end = now + milliseconds,
                            wrong = now + (2 * milliseconds),
                        }
                    ) == 1;
            },
            cancellation
        );

    /// <summary>A shared value: the one that stands, else this one from now on.</summary>
    public Task<string> SettleAsync(string name, string value, CancellationToken cancellation = default) =>
        database.WriteAsync(
            transaction =>
            {
                transaction.Execute(
                    "INSERT INTO house_values(name,value) VALUES(@name,@value) ON CONFLICT(name) DO NOTHING",
                    new { name, value }
                );
                return transaction.QueryFirstOrDefault<string>(
                        "SELECT value FROM house_values WHERE name=@name",
                        new { name }
                    ) ?? value;
            },
            cancellation
        );
}

namespace Troubadour.Bookkeeping;

/// <summary>What the servers on one database settle among themselves: who does a duty, and values they share.</summary>
public sealed class HouseBook(IBookDatabase database, TimeProvider clock)
{
    /// <summary>Takes a duty, or keeps it.</summary>
    /// <param name="name">The duty.</param>
    /// <param name="holder">Who asks.</param>
    /// <param name="length">For how long. One that claims to end later than twice this was taken by a wrong clock, and is free.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False while another has it.</returns>
    public Task<bool> TakeAsync(
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
                        WHERE duties.ends_at<=@now OR duties.ends_at>@wrong OR duties.holder=@holder
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

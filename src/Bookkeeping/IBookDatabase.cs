using System.Data.Common;

namespace Troubadour.Bookkeeping;

/// <summary>A database that holds the books. One implementation a database product; the statements are the same.</summary>
public interface IBookDatabase : IAsyncDisposable
{
    /// <summary>Brings the schema to this program's version.</summary>
    Task MigrateAsync(CancellationToken cancellation = default);

    /// <summary>Runs something while no other server on these books does the like, such as a start.</summary>
    Task AloneAsync(Func<Task> work, CancellationToken cancellation = default);

    /// <summary>Reads on a connection of its own. The work is short and does no other input or output.</summary>
    ValueTask<T> ReadAsync<T>(Func<DbConnection, T> read, CancellationToken cancellation = default);

    /// <summary>
    /// Writes in a transaction that is durable when the task ends. The work is short, does no other input or output, and changes
    /// nothing if it throws.
    /// </summary>
    Task<T> WriteAsync<T>(Func<BookTransaction, T> write, CancellationToken cancellation = default);
}

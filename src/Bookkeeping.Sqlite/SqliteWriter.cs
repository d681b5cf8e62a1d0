using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>
/// The one writer. Writes that wait while another is being synced are committed together: each in its own savepoint, so that one
/// that throws takes nothing else with it, and all answered after the one commit that makes them durable.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostTogether = 64;

    // SQLite's code for a database or disk that is full.
    private const int Full = 13;

    private readonly Channel<IPendingWrite> _waiting = Channel.CreateUnbounded<IPendingWrite>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly SqliteConnection _connection;
    private readonly Task _loop;

    public SqliteWriter(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Run("PRAGMA synchronous=FULL", null);
        _loop = Task.Factory.StartNew(
            Loop,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    public Task<T> WriteAsync<T>(Func<BookTransaction, T> write, CancellationToken cancellation)
    {
        var pending = new PendingWrite<T>(write, cancellation);
        if (!_waiting.Writer.TryWrite(pending))
        {
            throw new InvalidOperationException("The database is closed.");
        }

        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private void Loop()
    {
        var together = new List<IPendingWrite>(MostTogether);
        while (Wait())
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var pending))
            {
                together.Add(pending);
            }

            Commit(together);
        }
    }

    private bool Wait()
    {
        var wait = _waiting.Reader.WaitToReadAsync();
        return wait.IsCompleted ? wait.Result : wait.AsTask().GetAwaiter().GetResult();
    }

    private void Commit(List<IPendingWrite> together)
    {
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var pending in together)
            {
                Run("SAVEPOINT one", transaction);
                if (!pending.Run(new BookTransaction(_connection, transaction)))
                {
                    Run("ROLLBACK TO one", transaction);
                }

                Run("RELEASE one", transaction);
            }

            transaction.Commit();
        }
#pragma warning disable CA1031 // Whatever ends a transaction, the loop goes on: nobody else writes.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // A disk that is full ends the whole transaction by itself; what comes after in it fails in other ways.
            var fault =
                e as SqliteException ?? new SqliteException($"The transaction was rolled back: {e.Message}", Full);
            together.ForEach(pending => pending.Fail(fault));
            return;
        }

        together.ForEach(pending => pending.Answer());
    }

    private void Run(string sql, SqliteTransaction? transaction)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Data.Common;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>A write that waits, with its result.</summary>
internal sealed class PendingWrite<T>(Func<BookTransaction, T> write, CancellationToken cancellation) : IPendingWrite
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _thrown;

    public Task<T> Task => _source.Task;

    public bool Run(BookTransaction transaction)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            _result = write(transaction);
            return true;
        }
#pragma warning disable CA1031 // Whatever a write throws belongs to its caller, not to the writer's loop.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _thrown = e;
            return false;
        }
    }

    public void Answer()
    {
        if (_thrown is OperationCanceledException)
        {
            _source.SetCanceled(cancellation);
        }
        else if (_thrown is not null)
        {
            _source.SetException(_thrown);
        }
        else
        {
            _source.SetResult(_result!);
        }
    }

    public void Fail(DbException exception) => _source.TrySetException(_thrown as DbException ?? exception);
}

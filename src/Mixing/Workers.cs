using System.Runtime.ExceptionServices;

namespace Troubadour.Mixing;

/// <summary>Runs independent pieces of work on up to so many threads; which thread takes which does not matter to the result.</summary>
internal sealed class Workers(int threads)
{
    public void Run(int count, Action<int> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (threads <= 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                work(i);
            }

            return;
        }

        try
        {
            // One piece at a time in order, so that long pieces named first start first.
            var next = -1;
            Parallel.For(
                0,
                Math.Min(threads, count),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                _ =>
                {
                    for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                    {
                        work(i);
                    }
                }
            );
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}

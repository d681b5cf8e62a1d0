using Troubadour.Bookkeeping;

namespace Troubadour.Server.Working;

/// <summary>Decides when and where an accepted task is worked on. It may forget: the task's row is the truth, and a reconciler reminds it.</summary>
public interface IDispatcher
{
    /// <summary>True while tasks are dispatched.</summary>
    bool IsRunning { get; }

    /// <summary>Starts to dispatch.</summary>
    Task StartAsync(CancellationToken cancellation = default);

    /// <summary>Stops: cancels what runs after the grace given and waits until it has ended.</summary>
    Task StopAsync(TimeSpan grace);

    /// <summary>Plans a task; one that is planned or at work already is left alone. It never throws: it may forget.</summary>
    Task EnqueueAsync(OpenTask task, CancellationToken cancellation = default);

    /// <summary>Plans those of many tasks that are neither planned nor at work.</summary>
    /// <returns>How many it had forgotten.</returns>
    Task<int> RemindAsync(IReadOnlyList<OpenTask> tasks, CancellationToken cancellation = default);

    /// <summary>Forgets a task that waits, or cancels the work on it, wherever that goes on.</summary>
    Task CancelAsync(string taskId, CancellationToken cancellation = default);
}

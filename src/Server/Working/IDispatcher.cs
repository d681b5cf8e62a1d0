namespace Troubadour.Server.Working;

/// <summary>Decides when an accepted task is worked on. It may forget: the task's row is the truth, and a reconciler reminds it.</summary>
public interface IDispatcher
{
    /// <summary>True while tasks are dispatched.</summary>
    bool IsRunning { get; }

    /// <summary>Starts to dispatch.</summary>
    Task StartAsync(CancellationToken cancellation = default);

    /// <summary>Stops: cancels what runs after the grace given and waits until it has ended.</summary>
    Task StopAsync(TimeSpan grace);

    /// <summary>Plans a task; one that is planned or at work already is left alone.</summary>
    Task EnqueueAsync(string taskId, string accountId, CancellationToken cancellation = default);

    /// <summary>Forgets a task that waits, or cancels the work on it.</summary>
    Task CancelAsync(string taskId, CancellationToken cancellation = default);
}

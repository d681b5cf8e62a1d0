namespace Troubadour.Server.Working;

/// <summary>The worker ended, or was killed, before its song was made.</summary>
internal sealed class WorkerDiedException : Exception
{
    public WorkerDiedException(string message)
        : base(message) { }

    public WorkerDiedException() { }

    public WorkerDiedException(string message, Exception innerException)
        : base(message, innerException) { }
}

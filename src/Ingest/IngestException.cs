namespace Troubadour.Ingest;

/// <summary>A file was not taken. The message is for whoever sent it: it names no path and nothing that the decoder said.</summary>
/// <param name="problem">The cause.</param>
/// <param name="message">A sentence for the caller, starting in lower case.</param>
/// <param name="cause">What lies under it.</param>
public sealed class IngestException(IngestProblem problem, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The cause.</summary>
    public IngestProblem Problem { get; } = problem;
}

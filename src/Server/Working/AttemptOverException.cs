namespace Troubadour.Server.Working;

/// <summary>The task was cancelled elsewhere, or another server has taken it.</summary>
internal sealed class AttemptOverException() : Exception("The attempt is over.");

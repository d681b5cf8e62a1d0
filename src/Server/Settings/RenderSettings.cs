namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Render".</summary>
public sealed class RenderSettings
{
    /// <summary>Longest time for one song; then its worker is killed and the task fails.</summary>
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>Most memory (resident set) of one worker; above it the worker is killed.</summary>
    public int MemoryMb { get; set; } = 2_048;

    /// <summary>A task whose worker dies more often than this fails.</summary>
    public int MaxCrashes { get; set; } = 3;

    /// <summary>How long a finished song waits for a store or a database that is down, before its task is handed back.</summary>
    public int KeepSeconds { get; set; } = 300;

    /// <summary>How long a shutdown waits for songs at work before it hands them back.</summary>
    public int DrainSeconds { get; set; } = 10;
}

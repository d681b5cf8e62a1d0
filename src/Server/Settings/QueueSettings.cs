namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Queue".</summary>
public sealed class QueueSettings
{
    /// <summary>Open tasks in all; beyond it a create is refused.</summary>
    public int MaxOpen { get; set; } = 20_000;

    /// <summary>Open tasks of one key's account.</summary>
    public int MaxPerKey { get; set; } = 10_000;

    /// <summary>Seconds between two looks for open tasks that nobody works on.</summary>
    public int ReconcileSeconds { get; set; } = 5;
}

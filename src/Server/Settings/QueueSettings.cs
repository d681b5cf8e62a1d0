namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Queue".</summary>
public sealed class QueueSettings
{
    /// <summary>Open tasks in all; beyond it a create is refused.</summary>
    public int MaxOpen { get; set; } = 20_000;

    /// <summary>Open tasks of one key's account.</summary>
    public int MaxPerKey { get; set; } = 10_000;

    /// <summary>Seconds between two looks for open tasks that nobody works on.</summary>
    public int ReconcileSeconds { get; set; } = 3;

    /// <summary>Tasks of one key's account at work at the same time, over all servers; 0 is no limit, accounts take turns anyway.</summary>
    public int RunningPerKey { get; set; }

    /// <summary>With PostgreSQL: how often a server tells the others that it lives.</summary>
    public int CheckinSeconds { get; set; } = 3;

    /// <summary>With PostgreSQL: after how long without a check-in that is due the others take its tasks.</summary>
    public int FailoverSeconds { get; set; } = 6;
}

namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Limits".</summary>
public sealed class LimitSettings
{
    /// <summary>Calls a minute of one key that make something; 0 is no limit.</summary>
    public int CreatesPerMinute { get; set; }

    /// <summary>How many of them may come at once.</summary>
    public int Burst { get; set; } = 10;
}

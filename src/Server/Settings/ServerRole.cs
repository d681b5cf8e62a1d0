namespace Troubadour.Server.Settings;

/// <summary>What a server process does.</summary>
public static class ServerRole
{
    /// <summary>Everything.</summary>
    public const string All = "all";

    /// <summary>Answers calls and sends webhooks; makes no songs.</summary>
    public const string Api = "api";

    /// <summary>Makes songs; answers only for its health.</summary>
    public const string Worker = "worker";
}

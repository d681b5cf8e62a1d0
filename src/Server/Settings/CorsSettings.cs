namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Cors".</summary>
public sealed class CorsSettings
{
    /// <summary>Origins that browsers may call from, separated by commas; "*" is any, empty is none.</summary>
    public string Origins { get; set; } = "*";
}

namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Metrics".</summary>
public sealed class MetricsSettings
{
    /// <summary>Whether /metrics tells the meters in the format that Prometheus reads. Anybody who reaches the server may read it.</summary>
    public bool Prometheus { get; set; }
}

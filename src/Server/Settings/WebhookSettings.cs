namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Webhooks".</summary>
public sealed class WebhookSettings
{
    /// <summary>True to tell callers too when the first clip of a task can be heard.</summary>
    public bool Streaming { get; set; }
}

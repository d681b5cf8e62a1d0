namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Retention".</summary>
public sealed class RetentionSettings
{
    /// <summary>Days after which finished clips and uploads are deleted as if their callers did it; 0 keeps them for ever.</summary>
    public int Days { get; set; }
}

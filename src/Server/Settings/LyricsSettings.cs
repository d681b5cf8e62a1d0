namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Lyrics": who writes lyrics.</summary>
public sealed class LyricsSettings
{
    /// <summary>
    /// Base address of an OpenAI-compatible server, such as http://127.0.0.1:8000, which writes instead of the house; empty for none.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model to ask it for.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key it wants; empty for none.</summary>
    public string Key { get; set; } = "";

    /// <summary>How long it may take; then the house writes.</summary>
    public int TimeoutSeconds { get; set; } = 20;
}

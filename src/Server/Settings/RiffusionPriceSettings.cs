namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Prices:Riffusion", in credits.</summary>
public sealed class RiffusionPriceSettings
{
    /// <summary>A create of any task type: two clips.</summary>
    public int Create { get; set; } = 12;

    /// <summary>An upload.</summary>
    public int Upload { get; set; } = 2;
}

namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Prices", in credits.</summary>
public sealed class PriceSettings
{
    /// <summary>One nuro song.</summary>
    public int Nuro { get; set; } = 10;

    /// <summary>Calls of the sonic family.</summary>
    public SonicPriceSettings Sonic { get; set; } = new();

    /// <summary>Calls of the riffusion family.</summary>
    public RiffusionPriceSettings Riffusion { get; set; } = new();

    /// <summary>A create of the studio family: two songs.</summary>
    public int Studio { get; set; } = 15;
}

namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Prices", in credits.</summary>
public sealed class PriceSettings
{
    /// <summary>One nuro song.</summary>
    public int Nuro { get; set; } = 10;
}

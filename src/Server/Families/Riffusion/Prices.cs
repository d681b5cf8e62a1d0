using Troubadour.Server.Settings;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>What the family's calls cost; polls are free.</summary>
internal sealed class Prices(TroubadourSettings settings)
{
    public long Create => settings.Prices.Riffusion.Create;

    public long Upload => settings.Prices.Riffusion.Upload;
}

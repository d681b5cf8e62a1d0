using Troubadour.Server.Settings;

namespace Troubadour.Server.Families.Studio;

/// <summary>What the family's calls cost; polls are free.</summary>
internal sealed class Prices(TroubadourSettings settings)
{
    public long Create => settings.Prices.Studio;
}

using System.Globalization;

namespace Troubadour.Server.Working;

/// <summary>What this server process is called among those that share its books; another one at every start.</summary>
/// <param name="Value">The name.</param>
internal sealed record NodeName(string Value)
{
    private const int SignsOfChance = 6;

    public static NodeName Fresh() =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..SignsOfChance]}"
            )
        );
}

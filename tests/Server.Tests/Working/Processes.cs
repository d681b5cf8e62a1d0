using System.Diagnostics;
using System.Globalization;

namespace Troubadour.Server.Tests.Working;

/// <summary>What Linux says about processes.</summary>
internal static class Processes
{
    private const int ParentField = 1;
    private const int NiceField = 16;

    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [
            .. Process
                .GetProcesses()
                .Select(p => p.Id)
                .Where(id =>
                    Stat(id) is { } stat && stat[ParentField] == parent.ToString(CultureInfo.InvariantCulture)
                ),
        ];

    public static int? NiceOf(int id) =>
        Stat(id) is { } stat ? int.Parse(stat[NiceField], CultureInfo.InvariantCulture) : null;

    /// <summary>True while it lives; a zombie does not.</summary>
    public static bool IsAlive(int id) => Stat(id) is { } stat && stat[0] is not ("Z" or "X");

    /// <summary>Fields of /proc/id/stat from the third (state) on.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}

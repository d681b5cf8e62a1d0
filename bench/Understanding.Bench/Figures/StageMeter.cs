using System.Globalization;
using Troubadour.Alignment.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>Runs work and says what it took.</summary>
internal static class StageMeter
{
    private const double BytesPerKibibyte = 1024;

    /// <summary>Runs it.</summary>
    public static T Run<T>(Func<T> work, out StageCost cost)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        // Linux: the peak starts anew.
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Cpu.Seconds();
        var result = work();
        cost = new StageCost(Cpu.Seconds() - before, Peak());
        return result;
    }

    private static double Peak()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            * BytesPerKibibyte
            / 1e6;
    }
}

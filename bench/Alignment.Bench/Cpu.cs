namespace Troubadour.Alignment.Bench;

/// <summary>Processor time of this process and of those that it has waited for.</summary>
internal static class Cpu
{
    // utime, stime, cutime and cstime of /proc/self/stat, in hundredths of a second, counted behind the name in parentheses.
    private const int First = 11;
    private const int Count = 4;
    private const double Ticks = 100;

    /// <summary>Seconds so far.</summary>
    public static double Seconds()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Skip(First).Take(Count).Sum(double.Parse) / Ticks;
    }
}

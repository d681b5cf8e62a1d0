using System.Globalization;

namespace Troubadour.Load.Bench;

/// <summary>What Linux says that a process and its children use.</summary>
/// <param name="Megabytes">Resident now.</param>
/// <param name="CpuSeconds">Of all cores, since they started.</param>
internal readonly record struct Footprint(double Megabytes, double CpuSeconds)
{
    private const double TicksPerSecond = 100;
    private const int ParentField = 1;
    private const int FirstTimeField = 11;
    private const int TimeFields = 4;
    private const int PagesField = 21;

    /// <summary>Of the process alone.</summary>
    public static Footprint Of(int process) => Read(process);

    /// <summary>Of its children, which make songs.</summary>
    public static Footprint OfChildren(int process)
    {
        var all = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == process)
            .Select(Read)
            .ToList();
        return new Footprint(all.Sum(one => one.Megabytes), all.Sum(one => one.CpuSeconds));
    }

    private static Footprint Read(int process)
    {
        if (Fields(process) is not { } fields)
        {
            return default;
        }

        var ticks = Enumerable.Range(FirstTimeField, TimeFields).Sum(i => Number(fields[i]));
        var megabytes = Number(fields[PagesField]) * (double)Environment.SystemPageSize / (1 << 20);
        return new Footprint(megabytes, ticks / TicksPerSecond);
    }

    private static int ParentOf(int process) => Fields(process) is { } fields ? (int)Number(fields[ParentField]) : 0;

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    // From the third field on, the state: the name before it may have spaces.
    private static string[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}

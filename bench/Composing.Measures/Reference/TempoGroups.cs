using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Groups of songs by tempo. A slow melody fills its bars with sixteenths, a quick one with eighths: in POP909 the rhythm of the sung
/// line follows the tempo more than anything else, so songs are fairly compared only within a group.
/// </summary>
public static class TempoGroups
{
    private static readonly ImmutableArray<double> Edges = [74, 96, 112];

    /// <summary>How many groups there are.</summary>
    public static int Count => Edges.Length + 1;

    /// <summary>The group of a tempo, 0 for the slowest.</summary>
    /// <param name="bpm">Pulses a minute.</param>
    public static int Of(double bpm) => Edges.Count(edge => bpm >= edge);

    /// <summary>What people read.</summary>
    public static string Name(int group) =>
        group == 0 ? FormattableString.Invariant($"under {Edges[0]}")
        : group == Edges.Length ? FormattableString.Invariant($"{Edges[^1]} and over")
        : FormattableString.Invariant($"{Edges[group - 1]} to under {Edges[group]}");

    /// <summary>Shares of the groups among some tempi; NaN counts nowhere.</summary>
    public static ImmutableArray<double> Shares(IEnumerable<double> tempi)
    {
        var groups = tempi.Where(double.IsFinite).Select(Of).ToList();
        return [.. Enumerable.Range(0, Count).Select(group => (double)groups.Count(g => g == group) / groups.Count)];
    }
}

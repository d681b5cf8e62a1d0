using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Troubadour.Composing.Measures;

/// <summary>How a measure spreads over a group of songs, finely enough that groups can be mixed.</summary>
/// <param name="Count">Songs.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Population standard deviation.</param>
/// <param name="Points">Quantiles in equal steps from 0 to 100 %, between neighbours interpolated.</param>
public sealed record QuantileCurve(
    int Count,
    double Mean,
    double Deviation,
    [property: JsonConverter(typeof(OneLineNumbers))] ImmutableArray<double> Points
)
{
    private const int Steps = 40;
    private const int Parts = 8;

    /// <summary>The curve of at least one value.</summary>
    public static QuantileCurve Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new QuantileCurve(
            sorted.Count,
            Math.Round(sorted.Average(), 5),
            Math.Round(Stat.Deviation(sorted), 5),
            [.. Enumerable.Range(0, Steps + 1).Select(step => Math.Round(At(sorted, (double)step / Steps), 4))]
        );
    }

    /// <summary>Values that are spread as the curve says, equally many between each two of its points, in rising order.</summary>
    public IEnumerable<double> Draws() =>
        Points
            .Zip(Points.Skip(1))
            .SelectMany(pair =>
                Enumerable
                    .Range(0, Parts)
                    .Select(part => pair.First + (pair.Second - pair.First) * (part + 0.5) / Parts)
            );

    private static double At(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}

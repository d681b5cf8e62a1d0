namespace Troubadour.Composing.Tests.Knobs;

/// <summary>A feature measured with a knob low and high on songs that are alike in all else.</summary>
/// <param name="Low">The feature with the knob low, a song each.</param>
/// <param name="High">The feature of the same songs with the knob high.</param>
internal sealed record Trial(IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>Difference of the means in units of the pooled deviation (Cohen's d); above 0 where the feature rises with the knob.</summary>
    public double Effect
    {
        get
        {
            var spread = Math.Sqrt((Variance(Low) + Variance(High)) / 2);
            return (High.Average() - Low.Average()) / Math.Max(spread, 1e-9);
        }
    }

    /// <summary>Share of songs whose feature rises with the knob.</summary>
    public double Rising => (double)Low.Zip(High).Count(pair => pair.Second > pair.First) / Low.Count;

    /// <inheritdoc />
    public override string ToString() =>
        $"{Low.Average():0.000} -> {High.Average():0.000}, d {Effect:0.00}, rises in {Rising:P0} of {Low.Count}";

    private static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / values.Count;
    }
}

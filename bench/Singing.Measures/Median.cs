namespace Troubadour.Singing.Measures;

/// <summary>The middle of a set of numbers.</summary>
public static class Median
{
    /// <summary>The median, the mean of the middle two for an even count; not a number for none.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

namespace Troubadour.Composing.Measures;

/// <summary>Small statistics that every measure uses.</summary>
public static class Stat
{
    /// <summary>Population standard deviation; 0 for fewer than two values.</summary>
    public static double Deviation(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
        {
            return 0;
        }

        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    /// <summary>The value below which a share of the sorted values lies (the lower neighbour, no interpolation).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        return sorted[(int)(share * (sorted.Count - 1))];
    }

    /// <summary>Entropy in bits of counted things.</summary>
    public static double Entropy(IEnumerable<int> counts)
    {
        var kept = counts.Where(count => count > 0).ToList();
        var total = (double)kept.Sum();
        return -kept.Sum(count => count / total * Math.Log2(count / total));
    }

    /// <summary>Entropy in bits of the keys' pitch classes.</summary>
    public static double PitchClassEntropy(IEnumerable<int> keys) =>
        Entropy(keys.GroupBy(key => ((key % 12) + 12) % 12).Select(group => group.Count()));

    /// <summary>The share of keys that the best fitting major scale holds.</summary>
    public static double ScaleConsistency(IReadOnlyCollection<int> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Enumerable.Range(0, 12).Max(root => keys.Count(key => InMajor(key - root))) / (double)keys.Count;
    }

    private static bool InMajor(int interval) => (((interval % 12) + 12) % 12) is 0 or 2 or 4 or 5 or 7 or 9 or 11;
}

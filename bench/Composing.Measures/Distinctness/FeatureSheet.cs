namespace Troubadour.Composing.Measures;

/// <summary>Writes features in one fixed order, so that vectors of all songs have the same places.</summary>
public sealed class FeatureSheet
{
    /// <summary>Places in a bar that rhythms are counted by, whatever the metre.</summary>
    public const int Places = 16;

    private readonly List<(string Name, double Value)> _features = [];

    /// <summary>Names and values in the order they were written.</summary>
    public IReadOnlyList<(string Name, double Value)> Features => _features;

    /// <summary>The values alone.</summary>
    public double[] Vector => [.. _features.Select(feature => feature.Value)];

    /// <summary>Adds one feature; what cannot be measured counts 0.</summary>
    public void Add(string name, double value) => _features.Add((name, double.IsFinite(value) ? value : 0));

    /// <summary>Adds the shares of values that belong to each of some keys.</summary>
    public void AddShares<T>(string name, IReadOnlyCollection<T> values, IEnumerable<T> keys)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            var count = values.Count(value => EqualityComparer<T>.Default.Equals(value, key));
            Add($"{name}/{key}", values.Count == 0 ? 0 : (double)count / values.Count);
        }
    }

    /// <summary>Adds onsets a bar at each of sixteen places of the bar.</summary>
    public void AddRhythm(string name, IEnumerable<int> slots, int barSlots, int bars)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var counts = new double[Places];
        foreach (var slot in slots)
        {
            counts[((slot % barSlots) + barSlots) % barSlots * Places / barSlots]++;
        }

        for (var i = 0; i < Places; i++)
        {
            Add($"{name}/{i + 1}", Math.Min(2, counts[i] / Math.Max(1, bars)));
        }
    }
}

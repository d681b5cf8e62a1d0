using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Collects measured values by name; what cannot be measured in a piece is left out.</summary>
public sealed class Findings
{
    private readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);

    /// <summary>Keeps a value that is a number.</summary>
    public void Add(string name, double value)
    {
        if (double.IsFinite(value))
        {
            _values[name] = value;
        }
    }

    /// <summary>Keeps the mean of values; nothing when there are none.</summary>
    public void AddMean(string name, IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count > 0)
        {
            Add(name, values.Average());
        }
    }

    /// <summary>Everything found, by name.</summary>
    public ImmutableSortedDictionary<string, double> ToDictionary() =>
        _values.ToImmutableSortedDictionary(StringComparer.Ordinal);
}

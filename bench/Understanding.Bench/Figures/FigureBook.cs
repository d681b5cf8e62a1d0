using System.Globalization;

namespace Troubadour.Understanding.Bench;

/// <summary>Values of rows and songs, in the order in which they came.</summary>
internal sealed class FigureBook
{
    private readonly List<(string Row, string Song, double Value)> _values = [];

    /// <summary>Notes a value; null is nothing.</summary>
    public void Add(string row, string song, double? value)
    {
        if (value is { } number)
        {
            _values.Add((row, song, number));
        }
    }

    /// <summary>The mean of a row over the songs of a group; null where there are none.</summary>
    public double? Mean(string row, Func<string, bool> belongs) =>
        _values
            .Where(v => v.Row == row && belongs(v.Song))
            .Select(v => (double?)v.Value)
            .DefaultIfEmpty(null)
            .Average();

    /// <summary>How many songs have a value.</summary>
    public int Count(string row) => _values.Count(v => v.Row == row);

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public double Median(string row)
    {
        var sorted = _values.Where(v => v.Row == row).Select(v => v.Value).Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }

    /// <summary>The worst value with its song, and how many others are as bad.</summary>
    public string Worst(FigureRow row)
    {
        var own = _values.Where(v => v.Row == row.Name).ToList();
        var worst = row.IsLowBest ? own.MaxBy(v => v.Value) : own.MinBy(v => v.Value);
        var alike = own.Count(v => v.Value == worst.Value);
        var others = alike > 1 ? $" and {alike - 1} more" : "";
        return $"{Write(worst.Value, row)} ({worst.Song}{others})";
    }

    /// <summary>A row of Markdown; empty where no song has a value.</summary>
    public string Line(FigureRow row)
    {
        if (Mean(row.Name, _ => true) is not { } mean)
        {
            return "";
        }

        var prototype = row.Prototype is { } number ? Write(number, row) : "";
        return $"| {row.Name} | {Count(row.Name)} | {Write(mean, row)} | {Write(Median(row.Name), row)} | {Worst(row)} | {prototype} | {Verdict(row, mean)} |\n";
    }

    /// <summary>"below" where the mean, as it is written, is worse than the prototypes' figure.</summary>
    private static string Verdict(FigureRow row, double mean)
    {
        if (row.Prototype is not { } aim || !row.IsOurs)
        {
            return "";
        }

        var ahead = double.Parse(Write(mean, row), CultureInfo.InvariantCulture) - aim;
        return (row.IsLowBest ? -ahead : ahead) < -1e-9 ? "below" : "";
    }

    private static string Write(double value, FigureRow row) =>
        value.ToString(row.Format, CultureInfo.InvariantCulture);
}

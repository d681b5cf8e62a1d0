using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>One bar of drum rows that can be changed stroke by stroke.</summary>
internal sealed class DrumBar
{
    private readonly SortedDictionary<string, char[]> _rows = new(StringComparer.Ordinal);

    /// <summary>Takes a bar out of a groove; rows of fewer bars go round.</summary>
    public DrumBar(ImmutableDictionary<string, string> groove, int bar, int steps)
    {
        Steps = steps;
        FillFrom = steps;
        foreach (var (drum, row) in groove)
        {
            var bars = row.Split('|');
            _rows[drum] = bars[bar % bars.Length].PadRight(steps, '.')[..steps].ToCharArray();
        }
    }

    /// <summary>Sixteenths in the bar.</summary>
    public int Steps { get; }

    /// <summary>The first step of a fill; the number of steps where there is none.</summary>
    public int FillFrom { get; private set; }

    /// <summary>Names of the drums, in order.</summary>
    public IEnumerable<string> Drums => _rows.Keys;

    /// <summary>The letter of a drum at a step; a dot where it has none.</summary>
    public char At(string drum, int step) => _rows.TryGetValue(drum, out var row) ? row[step] : '.';

    /// <summary>True when the drum has a row.</summary>
    public bool Has(string drum) => _rows.ContainsKey(drum);

    /// <summary>Writes a letter.</summary>
    public void Set(string drum, int step, char letter)
    {
        if (!_rows.TryGetValue(drum, out var row))
        {
            row = _rows[drum] = Enumerable.Repeat('.', Steps).ToArray();
        }

        row[step] = letter;
    }

    /// <summary>How many strokes a drum has.</summary>
    public int Count(string drum) => _rows.TryGetValue(drum, out var row) ? row.Count(letter => letter != '.') : 0;

    /// <summary>Silences everything from a step on.</summary>
    public void CutFrom(int step)
    {
        foreach (var row in _rows.Values)
        {
            row.AsSpan(Math.Min(step, Steps)).Fill('.');
        }
    }

    /// <summary>Lays the strokes of a fill over this bar.</summary>
    public void Lay(DrumBar other, int from)
    {
        FillFrom = from;
        foreach (var drum in other.Drums)
        {
            for (var step = from; step < Math.Min(Steps, other.Steps); step++)
            {
                if (other.At(drum, step) != '.')
                {
                    Set(drum, step, other.At(drum, step));
                }
            }
        }
    }

    /// <summary>The first step with a stroke; the number of steps for none.</summary>
    public int First() =>
        _rows
            .Values.Select(row => Array.FindIndex(row, letter => letter != '.'))
            .Where(i => i >= 0)
            .DefaultIfEmpty(Steps)
            .Min();

    /// <summary>All strokes in order of time, then of name.</summary>
    public IEnumerable<(string Drum, int Step, char Letter)> Strokes()
    {
        for (var step = 0; step < Steps; step++)
        {
            foreach (var (drum, row) in _rows)
            {
                if (row[step] != '.')
                {
                    yield return (drum, step, row[step]);
                }
            }
        }
    }
}

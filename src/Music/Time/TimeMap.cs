using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>The one place that converts between ticks and seconds.</summary>
public sealed class TimeMap
{
    private readonly ImmutableArray<TempoChange> _changes;
    private readonly double[] _seconds;

    /// <summary>Builds the map.</summary>
    /// <param name="changes">Tempo changes in rising tick order; the first one at tick 0.</param>
    /// <exception cref="ArgumentException">The list is empty, unordered, does not start at 0, or has a tempo that is not above 0 and finite.</exception>
    public TimeMap(ImmutableArray<TempoChange> changes)
    {
        if (changes.IsDefaultOrEmpty || changes[0].Tick != 0)
        {
            throw new ArgumentException("A time map needs a tempo at tick 0.", nameof(changes));
        }

        _changes = changes;
        _seconds = new double[changes.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            if (
                !(changes[i].QuartersPerMinute > 0 && double.IsFinite(changes[i].QuartersPerMinute))
                || (i > 0 && changes[i].Tick <= changes[i - 1].Tick)
            )
            {
                throw new ArgumentException(
                    "Tempo changes must rise in time and be positive and finite.",
                    nameof(changes)
                );
            }

            _seconds[i] = i == 0 ? 0 : _seconds[i - 1] + Span(i - 1, changes[i].Tick);
        }
    }

    /// <summary>The time in seconds of a tick.</summary>
    public double SecondsAt(double tick)
    {
        var i = _changes.Length - 1;
        while (i > 0 && _changes[i].Tick > tick)
        {
            i--;
        }

        return _seconds[i] + Span(i, tick);
    }

    /// <summary>The (fractional) tick at a time in seconds: the inverse of <see cref="SecondsAt"/>.</summary>
    public double TickAt(double seconds)
    {
        var i = _changes.Length - 1;
        while (i > 0 && _seconds[i] > seconds)
        {
            i--;
        }

        return _changes[i].Tick + (seconds - _seconds[i]) * _changes[i].QuartersPerMinute / 60 * Ticks.PerQuarter;
    }

    private double Span(int index, double tick) =>
        (tick - _changes[index].Tick) / Ticks.PerQuarter * 60 / _changes[index].QuartersPerMinute;
}

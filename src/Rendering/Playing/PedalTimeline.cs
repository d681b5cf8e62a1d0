using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>When the sustain pedal (controller 64, down from 64 on) is down.</summary>
internal sealed class PedalTimeline
{
    private const int SustainPedal = 64;

    private readonly List<(long Down, long Up)> _spans = [];

    /// <summary>Reads the pedal's movements from a track's controls.</summary>
    public PedalTimeline(ImmutableArray<TimedControl> controls, int rate)
    {
        long? down = null;
        foreach (var control in controls)
        {
            if (control.Controller != SustainPedal)
            {
                continue;
            }

            var frame = (long)Math.Round(control.Time * rate);
            if (control.Value >= 64)
            {
                down ??= frame;
            }
            else if (down is { } since)
            {
                _spans.Add((since, frame));
                down = null;
            }
        }

        if (down is { } open)
        {
            _spans.Add((open, long.MaxValue));
        }
    }

    /// <summary>When a key that goes up at this frame stops sounding.</summary>
    public long ReleaseOf(long keyUp)
    {
        var low = 0;
        var high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].Up > keyUp ? (low, middle) : (middle + 1, high);
        }

        return low < _spans.Count && _spans[low].Down <= keyUp ? _spans[low].Up : keyUp;
    }
}

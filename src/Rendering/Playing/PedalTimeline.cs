using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>When a pedal or switch (a controller that is on from 64 up) is down.</summary>
internal sealed class PedalTimeline
{
    private const int On = 64;

    private readonly List<(long Down, long Up)> _spans = [];

    /// <summary>Reads one controller's movements from a track's controls.</summary>
    public PedalTimeline(ImmutableArray<TimedControl> controls, int controller, int rate)
    {
        long? down = null;
        foreach (var control in controls)
        {
            if (control.Controller != controller)
            {
                continue;
            }

            var frame = (long)Math.Round(control.Time * rate);
            if (control.Value >= On)
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

    /// <summary>True if it ever goes down.</summary>
    public bool IsUsed => _spans.Count > 0;

    /// <summary>True if it is down at this frame.</summary>
    public bool IsDown(long frame)
    {
        var i = FirstUpAfter(frame);
        return i < _spans.Count && _spans[i].Down <= frame;
    }

    /// <summary>When a key that goes up at this frame is let go by a pedal that holds whatever sounds (sustain, controller 64).</summary>
    public long ReleaseOf(long keyUp)
    {
        var i = FirstUpAfter(keyUp);
        return i < _spans.Count && _spans[i].Down <= keyUp ? _spans[i].Up : keyUp;
    }

    /// <summary>When a key is let go by a pedal that holds the keys that are down when it goes down (sostenuto, controller 66).</summary>
    public long ReleaseOfHeld(long keyDown, long keyUp)
    {
        // Of the spans that begin while the key is down, only the last can outlast it.
        var i = FirstUpAfter(keyUp);
        return i < _spans.Count && _spans[i].Down >= keyDown && _spans[i].Down < keyUp ? _spans[i].Up : keyUp;
    }

    private int FirstUpAfter(long frame)
    {
        var low = 0;
        var high = _spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].Up > frame ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

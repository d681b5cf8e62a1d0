using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>One controller's values over a track, by frame.</summary>
internal sealed class ControlLane
{
    private readonly long[] _frames;
    private readonly int[] _values;
    private readonly int _initial;

    public ControlLane(InstrumentTrack track, int controller, int initial, int rate)
    {
        var moves = track.Controls.Where(c => c.Controller == controller).OrderBy(c => c.Time).ToArray();
        _frames = [.. moves.Select(m => (long)Math.Round(m.Time * rate))];
        _values = [.. moves.Select(m => Math.Clamp(m.Value, 0, controller == TimedControl.PitchBend ? 16383 : 127))];
        _initial = initial;
    }

    /// <summary>Where the controller stands at a frame.</summary>
    public int At(long frame)
    {
        var i = After(frame);
        return i == 0 ? _initial : _values[i - 1];
    }

    /// <summary>The first frame from <paramref name="frame"/> on where it stands below 64.</summary>
    public long NextUp(long frame)
    {
        if (At(frame) < 64)
        {
            return frame;
        }

        for (var i = After(frame); i < _frames.Length; i++)
        {
            if (_values[i] < 64)
            {
                return _frames[i];
            }
        }

        return long.MaxValue;
    }

    private int After(long frame)
    {
        var (low, high) = (0, _frames.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _frames[middle] <= frame ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

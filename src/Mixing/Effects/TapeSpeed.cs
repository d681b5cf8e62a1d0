using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The unsteady speed of a worn tape: a delay of about two milliseconds that wanders slowly (wow) and quickly (flutter), by time alone, so that all
/// stems on one tape wander together. Third-order interpolation; the delay moves in straight lines between points every 64 frames.
/// </summary>
public sealed class TapeSpeed
{
    // Peak deviations of speed of a worn machine, at an amount of 1.
    private const double Wow = 0.0018;
    private const double Flutter = 0.0005;
    private const double WowHertz = 0.55;
    private const double SlowHertz = 0.17;
    private const double FlutterHertz = 6.3;
    private const double BaseSeconds = 0.0022;
    private const int Frames = Segments.Length;

    private readonly double _amount;
    private readonly int _rate;
    private readonly float[][] _lines;
    private readonly int _history;
    private long _position;

    /// <summary>Makes it silent.</summary>
    /// <param name="amount">0 steady to 1 worn.</param>
    /// <param name="rate">Frames a second.</param>
    public TapeSpeed(double amount, int rate = SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        _amount = Math.Clamp(amount, 0, 1);
        _rate = rate;
        _history = (int)(2 * BaseSeconds * rate) + 8;
        _lines = [new float[_history + Frames + 8], new float[_history + Frames + 8]];
    }

    /// <summary>Plays both channels, of equal length, in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        for (var start = 0; start < left.Length; )
        {
            var count = Segments.Next(_position, left.Length - start);
            var (phase, segment) = ((int)(_position % Frames), _position / Frames);
            var from = DelayAt(segment);
            var step = (DelayAt(segment + 1) - from) / Frames;
            Side(left.Slice(start, count), _lines[0], (from, step, phase));
            Side(right.Slice(start, count), _lines[1], (from, step, phase));
            start += count;
            _position += count;
        }
    }

    /// <summary>Time goes on in silence.</summary>
    public void Skip(int frames)
    {
        Array.Clear(_lines[0]);
        Array.Clear(_lines[1]);
        _position += frames;
    }

    private void Side(Span<float> samples, float[] line, (float Delay, float Step, int Phase) move)
    {
        samples.CopyTo(line.AsSpan(_history));
        for (var i = 0; i < samples.Length; i++)
        {
            var at = move.Delay + move.Step * (move.Phase + i);
            var whole = (int)at;
            var f = at - whole;
            var (a, b) = (line[_history + i - whole + 1], line[_history + i - whole]);
            var (c, d) = (line[_history + i - whole - 1], line[_history + i - whole - 2]);
            var first = c - a * (1f / 3) - b * 0.5f - d * (1f / 6);
            var second = (a + c) * 0.5f - b;
            var third = (d - a) * (1f / 6) + (b - c) * 0.5f;
            samples[i] = b + f * (first + f * (second + f * third));
        }

        line.AsSpan(samples.Length, _history).CopyTo(line);
    }

    private float DelayAt(long segment)
    {
        var time = (double)segment * Frames / _rate;
        var seconds =
            Swing(time, WowHertz, 0.6 * Wow) + Swing(time, SlowHertz, 0.4 * Wow) + Swing(time, FlutterHertz, Flutter);
        return (float)((BaseSeconds + _amount * seconds) * _rate);
    }

    // A swing of speed is one of delay that is as much larger as it is slow.
    private static double Swing(double time, double hertz, double speed)
    {
        var turns = time * hertz;
        return speed / (2 * Math.PI * hertz) * DeterministicMath.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
    }
}

using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Two slowly moving echoes of each side, 9 to 22 ms behind (J. Dattorro 1997, "Effect design, part 2", JAES 45).</summary>
public sealed class Chorus : IReturnEffect
{
    private const double DepthSeconds = 0.0022;
    private static readonly double[] s_baseSeconds = [0.0113, 0.0178, 0.0127, 0.0193];
    private static readonly double[] s_hertz = [0.63, 0.41, 0.57, 0.47];
    private static readonly double[] s_turns = [0, 0.5, 0.25, 0.75];

    private readonly int _rate;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly int _mask;
    private long _position;
    private int _silent;

    /// <summary>Makes it silent.</summary>
    public Chorus(int rate = SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        _rate = rate;
        var frames = 1;
        while (frames < 0.025 * rate + Segments.Length)
        {
            frames <<= 1;
        }

        _mask = frames - 1;
        _left = new float[frames];
        _right = new float[frames];
    }

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        for (var start = 0; start < left.Length; )
        {
            var count = Segments.Next(_position, left.Length - start);
            Segment(
                left.Slice(start, count),
                right.Slice(start, count),
                wetLeft.Slice(start, count),
                wetRight.Slice(start, count)
            );
            start += count;
            _position += count;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(_left);
        Array.Clear(_right);
        _position = 0;
        _silent = 0;
    }

    private void Segment(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        _silent = Kernels.Peak(left, right) == 0 ? Math.Min(_silent + left.Length, 2 * _left.Length) : 0;
        if (_silent == 2 * _left.Length)
        {
            wetLeft.Clear();
            wetRight.Clear();
            return;
        }

        Side(left, wetLeft, _left, 0);
        Side(right, wetRight, _right, 2);
    }

    private void Side(ReadOnlySpan<float> dry, Span<float> wet, float[] line, int voice)
    {
        var segment = _position / Segments.Length;
        var (a, aEnd) = (Delay(voice, segment), Delay(voice, segment + 1));
        var (b, bEnd) = (Delay(voice + 1, segment), Delay(voice + 1, segment + 1));
        var (aStep, bStep) = ((aEnd - a) / Segments.Length, (bEnd - b) / Segments.Length);
        var phase = (int)(_position % Segments.Length);
        for (var i = 0; i < dry.Length; i++)
        {
            var time = (int)_position + i;
            line[time & _mask] = dry[i];
            wet[i] = 0.7071f * (Read(line, time, a + aStep * (phase + i)) + Read(line, time, b + bStep * (phase + i)));
        }
    }

    private float Read(float[] line, int time, float delay)
    {
        var whole = (int)delay;
        var near = line[(time - whole) & _mask];
        return near + (delay - whole) * (line[(time - whole - 1) & _mask] - near);
    }

    private float Delay(int voice, long segment)
    {
        var turns = segment * Segments.Length * s_hertz[voice] / _rate + s_turns[voice];
        var sine = DeterministicMath.Sin(2 * Math.PI * (turns - Math.Floor(turns)));
        return (float)((s_baseSeconds[voice] + DepthSeconds * sine) * _rate);
    }
}

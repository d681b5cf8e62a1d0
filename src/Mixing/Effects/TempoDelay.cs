using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Ping-pong echoes: the first on the left after the set time, the next on the right, each darker, thinner and softer.</summary>
public sealed class TempoDelay : IReturnEffect
{
    private readonly StereoBiquadChain _filter;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float _feedback;
    private long _position;

    /// <summary>Makes it silent.</summary>
    public TempoDelay(DelaySettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Seconds is not (>= 0.02 and <= 4))
        {
            throw new ArgumentOutOfRangeException(
                nameof(settings),
                settings.Seconds,
                "A delay lasts 0.02 to 4 seconds."
            );
        }

        if (settings.Feedback is not (>= 0 and <= 0.9))
        {
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Feedback, "Feedback is 0 to 0.9.");
        }

        var frames = (int)Math.Round(settings.Seconds * rate);
        _left = new float[frames];
        _right = new float[frames];
        _feedback = (float)settings.Feedback;
        _filter = new(
            BiquadCoefficients.HighPass(settings.LowCutHz, BiquadCoefficients.Butterworth, rate),
            BiquadCoefficients.LowPass(settings.HighCutHz, BiquadCoefficients.Butterworth, rate)
        );
    }

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        for (var start = 0; start < left.Length; )
        {
            var at = (int)(_position % _left.Length);
            var count = Math.Min(Segments.Next(_position, left.Length - start), _left.Length - at);
            var outLeft = wetLeft.Slice(start, count);
            var outRight = wetRight.Slice(start, count);
            _left.AsSpan(at, count).CopyTo(outLeft);
            _right.AsSpan(at, count).CopyTo(outRight);
            _filter.Process(outLeft, outRight);
            Flush(outLeft);
            Flush(outRight);
            for (var i = 0; i < count; i++)
            {
                _left[at + i] = 0.5f * (left[start + i] + right[start + i]) + _feedback * outRight[i];
                _right[at + i] = _feedback * outLeft[i];
            }

            start += count;
            _position += count;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(_left);
        Array.Clear(_right);
        _filter.Reset();
        _position = 0;
    }

    // Echoes of echoes would end in slow denormal numbers.
    private static void Flush(Span<float> samples)
    {
        foreach (ref var sample in samples)
        {
            sample = Math.Abs(sample) < 1e-15f ? 0 : sample;
        }
    }
}

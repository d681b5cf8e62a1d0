using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Ping-pong echoes: the first on the left after the set time, the next on the right, each darker, thinner and softer.</summary>
public sealed class TempoDelay : IReturnEffect
{
    // Frames of silence after which the filter has nothing left to give.
    private const int Rest = 1 << 15;

    private readonly StereoBiquadChain _filter;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float _feedback;
    private long _position;
    private int _silent;

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
            Segment(left.Slice(start, count), right.Slice(start, count), outLeft, outRight, at);
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
        _silent = 0;
    }

    private void Segment(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        Span<float> outLeft,
        Span<float> outRight,
        int at
    )
    {
        var echoLeft = _left.AsSpan(at, left.Length);
        var echoRight = _right.AsSpan(at, left.Length);
        var sounds = Kernels.Peak(left, right) > 0 || Kernels.Peak(echoLeft, echoRight) > 0;
        _silent = sounds ? 0 : Math.Min(_silent + left.Length, Rest);
        if (_silent == Rest)
        {
            _filter.Reset();
            outLeft.Clear();
            outRight.Clear();
            return;
        }

        echoLeft.CopyTo(outLeft);
        echoRight.CopyTo(outRight);
        _filter.Process(outLeft, outRight);
        Flush(outLeft);
        Flush(outRight);
        echoLeft.Clear();
        Kernels.AddScaled(echoLeft, left, 0.5f);
        Kernels.AddScaled(echoLeft, right, 0.5f);
        Kernels.AddScaled(echoLeft, outRight, _feedback);
        echoRight.Clear();
        Kernels.AddScaled(echoRight, outLeft, _feedback);
    }

    // Echoes of echoes would end in slow denormal numbers.
    private static void Flush(Span<float> samples)
    {
        var i = 0;
        var least = Vector256.Create(1e-15f);
        ref var s = ref MemoryMarshal.GetReference(samples);
        for (; i + 8 <= samples.Length; i += 8)
        {
            var value = Vector256.LoadUnsafe(ref s, (nuint)i);
            (value & Vector256.GreaterThanOrEqual(Vector256.Abs(value), least)).StoreUnsafe(ref s, (nuint)i);
        }

        for (; i < samples.Length; i++)
        {
            samples[i] = Math.Abs(samples[i]) < 1e-15f ? 0 : samples[i];
        }
    }
}

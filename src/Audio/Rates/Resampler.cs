using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Changes the rate of one channel by any ratio: a polyphase Kaiser-windowed sinc of 90 dB stop-band, flat to about nine tenths of the
/// lower half-rate. No delay: output frame m is the input at m from/to. The block size does not change the samples. Ratios with more than
/// 1,024 phases interpolate between neighbouring phases (error under -110 dB).
/// </summary>
public sealed class Resampler
{
    private const double AttenuationDb = 90;
    private const int MaxPhases = 1024;

    private readonly long _step;
    private readonly long _phases;
    private readonly int _half;
    private readonly bool _exact;
    private readonly float[][] _rows;
    private float[] _window;
    private int _held;
    private long _windowStart;
    private long _next;
    private long _received;

    /// <summary>Makes the filter bank.</summary>
    /// <param name="fromRate">Frames a second of the input.</param>
    /// <param name="toRate">Frames a second of the output.</param>
    /// <param name="halfTaps">Zero crossings of the sinc on each side, 8 to 256: more is steeper.</param>
    public Resampler(int fromRate, int toRate, int halfTaps = 48)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fromRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(halfTaps, 8);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfTaps, 256);
        var divisor = (long)BigInteger.GreatestCommonDivisor(fromRate, toRate);
        _step = fromRate / divisor;
        _phases = toRate / divisor;
        var stretch = Math.Max(1.0, (double)fromRate / toRate);
        _half = ((int)Math.Ceiling(halfTaps * stretch) + 7) / 8 * 8;
        _exact = _phases <= MaxPhases;
        _rows = MakeRows((int)Math.Min(_phases, MaxPhases), _half, 0.5 / stretch);
        _window = new float[2 * _half + 4096];
        Reset();
    }

    /// <summary>At most so many frames come out of one <see cref="Process"/> of that many in.</summary>
    public int MaxOutput(int inputLength) => (int)((inputLength + 1L) * _phases / _step) + 2;

    /// <summary>Takes all of the input and gives the output that can be known so far.</summary>
    /// <returns>Frames written to <paramref name="output"/>, which must have <see cref="MaxOutput"/> frames.</returns>
    public int Process(ReadOnlySpan<float> input, Span<float> output)
    {
        _received += input.Length;
        return Push(input, output, long.MaxValue);
    }

    /// <summary>Ends the input and gives the rest: in all, the output has the input's length times to/from, rounded up.</summary>
    /// <returns>Frames written to <paramref name="output"/>, which must have <see cref="MaxOutput"/> of <see cref="Tail"/> frames.</returns>
    public int Finish(Span<float> output)
    {
        var total = (_received * _phases + _step - 1) / _step;
        return Push(new float[_half + 1], output, total);
    }

    /// <summary>Input frames that <see cref="Finish"/> adds.</summary>
    public int Tail => _half + 1;

    /// <summary>Back to the start.</summary>
    public void Reset()
    {
        Array.Clear(_window);
        _held = _half - 1;
        _windowStart = -(_half - 1);
        _next = 0;
        _received = 0;
    }

    /// <summary>Converts a whole channel.</summary>
    public static float[] Convert(ReadOnlySpan<float> input, int fromRate, int toRate)
    {
        if (fromRate == toRate)
        {
            return input.ToArray();
        }

        var resampler = new Resampler(fromRate, toRate);
        var output = new float[resampler.MaxOutput(input.Length) + resampler.MaxOutput(resampler.Tail)];
        var count = resampler.Process(input, output);
        count += resampler.Finish(output.AsSpan(count));
        return output[..count];
    }

    private int Push(ReadOnlySpan<float> input, Span<float> output, long limit)
    {
        var written = 0;
        while (true)
        {
            var count = Math.Min(input.Length, _window.Length - _held);
            input[..count].CopyTo(_window.AsSpan(_held));
            _held += count;
            input = input[count..];
            written += Drain(output[written..], limit);
            if (input.IsEmpty)
            {
                return written;
            }
        }
    }

    private int Drain(Span<float> output, long limit)
    {
        var written = 0;
        for (; _next < limit; _next++)
        {
            var position = _next * _step;
            var first = position / _phases - _half + 1 - _windowStart;
            if (first + 2 * _half > _held)
            {
                break;
            }

            output[written++] = At(_window.AsSpan((int)first, 2 * _half), position % _phases);
        }

        var keepFrom = (int)Math.Clamp(_next * _step / _phases - _half + 1 - _windowStart, 0, _held);
        _window.AsSpan(keepFrom, _held - keepFrom).CopyTo(_window);
        _held -= keepFrom;
        _windowStart += keepFrom;
        return written;
    }

    private float At(ReadOnlySpan<float> window, long phase)
    {
        if (_exact)
        {
            return Dot(window, _rows[phase]);
        }

        var exact = (double)phase * MaxPhases / _phases;
        var row = (int)exact;
        var low = Dot(window, _rows[row]);
        return low + (float)(exact - row) * (Dot(window, _rows[row + 1]) - low);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b[..a.Length]);
        for (nuint i = 0; i < (nuint)a.Length; i += 16)
        {
            even += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            odd += Vector256.LoadUnsafe(ref x, i + 8) * Vector256.LoadUnsafe(ref y, i + 8);
        }

        var sum = even + odd;
        var four = sum.GetLower() + sum.GetUpper();
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }

    private static float[][] MakeRows(int phases, int half, double nyquist)
    {
        var cutoff = nyquist - KaiserSinc.Transition(AttenuationDb, 2.0 * half) / 2;
        var beta = KaiserSinc.Beta(AttenuationDb);
        var rows = new float[phases + 1][];
        for (var p = 0; p <= phases; p++)
        {
            var row = new double[2 * half];
            var sum = 0.0;
            for (var k = 0; k < row.Length; k++)
            {
                row[k] = KaiserSinc.Value(k - half + 1 - (double)p / phases, half, cutoff, beta);
                sum += row[k];
            }

            rows[p] = Array.ConvertAll(row, value => (float)(value / sum));
        }

        return rows;
    }
}

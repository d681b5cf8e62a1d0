using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Second-order filters in series over two channels: left and right are the lanes of one 128-bit vector, and four filters share a pass, so
/// that their recursions overlap. The samples equal those of <see cref="Biquad"/> in series but for the rounding to float between them.
/// </summary>
public sealed class StereoBiquadChain
{
    private const int FlushEvery = 1024;
    private const double Tiny = 1e-30;
    private const int PerPass = 4;

    private readonly Vector128<double>[] _coefficients;
    private readonly Vector128<double>[] _states;
    private int _untilFlush = FlushEvery;

    /// <summary>Makes the chain at rest; an empty one passes everything.</summary>
    public StereoBiquadChain(params ReadOnlySpan<BiquadCoefficients> filters)
    {
        _coefficients = new Vector128<double>[5 * filters.Length];
        _states = new Vector128<double>[2 * filters.Length];
        Count = filters.Length;
        for (var i = 0; i < filters.Length; i++)
        {
            Set(i, filters[i]);
        }
    }

    /// <summary>The number of filters.</summary>
    public int Count { get; }

    /// <summary>Changes one filter, keeping its state.</summary>
    public void Set(int index, BiquadCoefficients filter)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var at = 5 * index;
        _coefficients[at] = Vector128.Create(filter.B0);
        _coefficients[at + 1] = Vector128.Create(filter.B1);
        _coefficients[at + 2] = Vector128.Create(filter.B2);
        _coefficients[at + 3] = Vector128.Create(filter.A1);
        _coefficients[at + 4] = Vector128.Create(filter.A2);
    }

    /// <summary>Filters both channels, of equal length, in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        if (right.Length != left.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        while (Count > 0 && !left.IsEmpty)
        {
            var count = Math.Min(left.Length, _untilFlush);
            Run(left[..count], right[..count]);
            left = left[count..];
            right = right[count..];
            _untilFlush -= count;
            if (_untilFlush == 0)
            {
                Flush();
            }
        }
    }

    /// <summary>Back to rest.</summary>
    public void Reset()
    {
        Array.Clear(_states);
        _untilFlush = FlushEvery;
    }

    private void Flush()
    {
        _untilFlush = FlushEvery;
        foreach (ref var state in _states.AsSpan())
        {
            var audible = Vector128.GreaterThanOrEqual(Vector128.Abs(state), Vector128.Create(Tiny));
            state &= audible;
        }
    }

    private void Run(Span<float> left, Span<float> right)
    {
        var done = 0;
        for (; Count - done >= PerPass; done += PerPass)
        {
            RunFour(left, right, _coefficients.AsSpan(5 * done, 20), _states.AsSpan(2 * done, 8));
        }

        if (Count - done >= 2)
        {
            RunTwo(left, right, _coefficients.AsSpan(5 * done, 10), _states.AsSpan(2 * done, 4));
            done += 2;
        }

        if (Count > done)
        {
            RunOne(left, right, _coefficients.AsSpan(5 * done, 5), _states.AsSpan(2 * done, 2));
        }
    }

    private static void RunOne(
        Span<float> left,
        Span<float> right,
        Span<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (b0, b1, b2, a1, a2) = (c[0], c[1], c[2], c[3], c[4]);
        var (s1, s2) = (s[0], s[1]);
        right = right[..left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            var x = Vector128.Create((double)left[i], right[i]);
            var y = b0 * x + s1;
            s1 = (b1 * x + s2) - a1 * y;
            s2 = b2 * x - a2 * y;
            left[i] = (float)y.ToScalar();
            right[i] = (float)y.GetElement(1);
        }

        (s[0], s[1]) = (s1, s2);
    }

    private static void RunTwo(
        Span<float> left,
        Span<float> right,
        Span<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (f, g) = (new Section(c), new Section(c[5..]));
        var (s1, s2, t1, t2) = (s[0], s[1], s[2], s[3]);
        right = right[..left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            var x = Vector128.Create((double)left[i], right[i]);
            var y = f.B0 * x + s1;
            s1 = (f.B1 * x + s2) - f.A1 * y;
            s2 = f.B2 * x - f.A2 * y;
            x = g.B0 * y + t1;
            t1 = (g.B1 * y + t2) - g.A1 * x;
            t2 = g.B2 * y - g.A2 * x;
            left[i] = (float)x.ToScalar();
            right[i] = (float)x.GetElement(1);
        }

        (s[0], s[1], s[2], s[3]) = (s1, s2, t1, t2);
    }

    private static void RunFour(
        Span<float> left,
        Span<float> right,
        Span<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (f, g, h, k) = (new Section(c), new Section(c[5..]), new Section(c[10..]), new Section(c[15..]));
        var (s1, s2, t1, t2) = (s[0], s[1], s[2], s[3]);
        var (u1, u2, v1, v2) = (s[4], s[5], s[6], s[7]);
        right = right[..left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            var x = Vector128.Create((double)left[i], right[i]);
            var y = f.B0 * x + s1;
            s1 = (f.B1 * x + s2) - f.A1 * y;
            s2 = f.B2 * x - f.A2 * y;
            x = g.B0 * y + t1;
            t1 = (g.B1 * y + t2) - g.A1 * x;
            t2 = g.B2 * y - g.A2 * x;
            y = h.B0 * x + u1;
            u1 = (h.B1 * x + u2) - h.A1 * y;
            u2 = h.B2 * x - h.A2 * y;
            x = k.B0 * y + v1;
            v1 = (k.B1 * y + v2) - k.A1 * x;
            v2 = k.B2 * y - k.A2 * x;
            left[i] = (float)x.ToScalar();
            right[i] = (float)x.GetElement(1);
        }

        (s[0], s[1], s[2], s[3]) = (s1, s2, t1, t2);
        (s[4], s[5], s[6], s[7]) = (u1, u2, v1, v2);
    }

    private readonly struct Section(Span<Vector128<double>> c)
    {
        public readonly Vector128<double> B0 = c[0];
        public readonly Vector128<double> B1 = c[1];
        public readonly Vector128<double> B2 = c[2];
        public readonly Vector128<double> A1 = c[3];
        public readonly Vector128<double> A2 = c[4];
    }
}

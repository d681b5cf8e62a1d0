using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Second-order filters in series over two channels: left and right of two filters are the lanes of one vector, and four filters share a
/// pass, so that their recursions overlap. The samples equal those of <see cref="Biquad"/> in series but for the rounding to float between them.
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
        var two = new Pair(c);
        var (s1, s2) = Pair.Load(s);
        var none = Vector128<double>.Zero;
        var (first, second) = (Vector256.Create(Ones, none), Vector256.Create(none, Ones));
        var y = two.Step(ref s1, ref s2, Vector256.Create(Load(left, right, 0), none), first);
        right = right[..left.Length];
        for (var i = 1; i < left.Length; i++)
        {
            y = two.Step(ref s1, ref s2, Vector256.Create(Vector128.Create((double)left[i], right[i]), y.GetLower()));
            Store(left, right, i - 1, y.GetUpper());
        }

        y = two.Step(ref s1, ref s2, Vector256.Create(none, y.GetLower()), second);
        Store(left, right, left.Length - 1, y.GetUpper());
        Pair.Save(s, s1, s2);
    }

    /// <summary>Stages two and three are a frame behind the first, stage four two frames.</summary>
    private static void RunFour(
        Span<float> left,
        Span<float> right,
        Span<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (a, b) = (new Pair(c), new Pair(c[10..]));
        var (s1, s2) = Pair.Load(s);
        var (t1, t2) = Pair.Load(s[4..]);
        var none = Vector128<double>.Zero;
        var (first, second) = (Vector256.Create(Ones, none), Vector256.Create(none, Ones));
        var x = a.Step(ref s1, ref s2, Vector256.Create(Load(left, right, 0), none), first);
        x =
            left.Length > 1
                ? a.Step(ref s1, ref s2, Vector256.Create(Load(left, right, 1), x.GetLower()))
                : a.Step(ref s1, ref s2, Vector256.Create(none, x.GetLower()), second);
        var y = b.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), none), first);
        right = right[..left.Length];
        for (var i = 2; i < left.Length; i++)
        {
            x = a.Step(ref s1, ref s2, Vector256.Create(Vector128.Create((double)left[i], right[i]), x.GetLower()));
            y = b.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), y.GetLower()));
            Store(left, right, i - 2, y.GetUpper());
        }

        if (left.Length > 1)
        {
            x = a.Step(ref s1, ref s2, Vector256.Create(none, x.GetLower()), second);
            y = b.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), y.GetLower()));
            Store(left, right, left.Length - 2, y.GetUpper());
        }

        y = b.Step(ref t1, ref t2, Vector256.Create(none, y.GetLower()), second);
        Store(left, right, left.Length - 1, y.GetUpper());
        Pair.Save(s, s1, s2);
        Pair.Save(s[4..], t1, t2);
    }

    private static Vector128<double> Ones => Vector128<double>.AllBitsSet;

    private static Vector128<double> Load(Span<float> left, Span<float> right, int i) =>
        Vector128.Create((double)left[i], right[i]);

    private static void Store(Span<float> left, Span<float> right, int i, Vector128<double> value)
    {
        left[i] = (float)value.ToScalar();
        right[i] = (float)value.GetElement(1);
    }

    /// <summary>Two filters in series as the halves of one vector, the second a frame behind the first.</summary>
    private readonly struct Pair(Span<Vector128<double>> c)
    {
        private readonly Vector256<double> _b0 = Vector256.Create(c[0], c[5]);
        private readonly Vector256<double> _b1 = Vector256.Create(c[1], c[6]);
        private readonly Vector256<double> _b2 = Vector256.Create(c[2], c[7]);
        private readonly Vector256<double> _a1 = Vector256.Create(c[3], c[8]);
        private readonly Vector256<double> _a2 = Vector256.Create(c[4], c[9]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Step(ref Vector256<double> s1, ref Vector256<double> s2, Vector256<double> x)
        {
            var y = _b0 * x + s1;
            s1 = (_b1 * x + s2) - _a1 * y;
            s2 = _b2 * x - _a2 * y;
            return y;
        }

        /// <summary>A step after which only the filters under the mask have moved.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Step(
            ref Vector256<double> s1,
            ref Vector256<double> s2,
            Vector256<double> x,
            Vector256<double> mask
        )
        {
            var (old1, old2) = (s1, s2);
            var y = Step(ref s1, ref s2, x);
            s1 = Vector256.ConditionalSelect(mask, s1, old1);
            s2 = Vector256.ConditionalSelect(mask, s2, old2);
            return y;
        }

        public static (Vector256<double> S1, Vector256<double> S2) Load(Span<Vector128<double>> s) =>
            (Vector256.Create(s[0], s[2]), Vector256.Create(s[1], s[3]));

        public static void Save(Span<Vector128<double>> s, Vector256<double> s1, Vector256<double> s2)
        {
            (s[0], s[2]) = (s1.GetLower(), s1.GetUpper());
            (s[1], s[3]) = (s2.GetLower(), s2.GetUpper());
        }
    }
}

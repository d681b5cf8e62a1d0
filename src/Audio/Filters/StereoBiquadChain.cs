using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Second-order filters in series over two channels: left and right of two filters are the lanes of one vector, and four filters share a
/// pass, so that their recursions overlap; three are four of which the last passes everything. The samples equal those of <see cref="Biquad"/> in series but for the rounding to float between them.
/// </summary>
public sealed class StereoBiquadChain
{
    private const int FlushEvery = 1024;
    private const double Tiny = 1e-30;

    private readonly Vector128<double>[] _coefficients;
    private readonly Vector128<double>[] _states;
    private int _untilFlush = FlushEvery;

    /// <summary>Makes the chain at rest; an empty one passes everything.</summary>
    public StereoBiquadChain(params ReadOnlySpan<BiquadCoefficients> filters)
    {
        // A third filter alone in a pass would cost as much as two.
        Count = filters.Length;
        var padded = Count % 4 == 3 ? Count + 1 : Count;
        _coefficients = new Vector128<double>[5 * padded];
        _states = new Vector128<double>[2 * padded];
        for (var i = 0; i < padded; i++)
        {
            Put(i, i < Count ? filters[i] : BiquadCoefficients.Identity);
        }
    }

    /// <summary>The number of filters.</summary>
    public int Count { get; }

    /// <summary>Changes one filter, keeping its state.</summary>
    public void Set(int index, BiquadCoefficients filter)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        Put(index, filter);
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

    private void Put(int index, BiquadCoefficients filter)
    {
        var at = 5 * index;
        _coefficients[at] = Vector128.Create(filter.B0);
        _coefficients[at + 1] = Vector128.Create(filter.B1);
        _coefficients[at + 2] = Vector128.Create(filter.B2);
        _coefficients[at + 3] = Vector128.Create(filter.A1);
        _coefficients[at + 4] = Vector128.Create(filter.A2);
    }

    private void Run(Span<float> left, Span<float> right)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        var padded = _states.Length / 2;
        var done = 0;
        for (; padded - done >= 4; done += 4)
        {
            RunFour(ref l, ref r, left.Length, _coefficients.AsSpan(5 * done, 20), _states.AsSpan(2 * done, 8));
        }

        if (padded - done >= 2)
        {
            RunTwo(ref l, ref r, left.Length, _coefficients.AsSpan(5 * done, 10), _states.AsSpan(2 * done, 4));
            done += 2;
        }

        if (padded > done)
        {
            RunOne(ref l, ref r, left.Length, _coefficients.AsSpan(5 * done, 5), _states.AsSpan(2 * done, 2));
        }
    }

    // Methods of their own: inside a larger one the compiler gives up inlining the steps.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunOne(
        ref float left,
        ref float right,
        int frames,
        ReadOnlySpan<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (b0, b1, b2, a1, a2) = (c[0], c[1], c[2], c[3], c[4]);
        var (s1, s2) = (s[0], s[1]);
        var i = 0;
        for (; i + 4 <= frames; i += 4)
        {
            var (early, late) = StereoFrames.LoadFour(ref left, ref right, i);
            var a = b0 * early.GetLower() + s1;
            s1 = (b1 * early.GetLower() + s2) - a1 * a;
            s2 = b2 * early.GetLower() - a2 * a;
            var b = b0 * early.GetUpper() + s1;
            s1 = (b1 * early.GetUpper() + s2) - a1 * b;
            s2 = b2 * early.GetUpper() - a2 * b;
            var d = b0 * late.GetLower() + s1;
            s1 = (b1 * late.GetLower() + s2) - a1 * d;
            s2 = b2 * late.GetLower() - a2 * d;
            var e = b0 * late.GetUpper() + s1;
            s1 = (b1 * late.GetUpper() + s2) - a1 * e;
            s2 = b2 * late.GetUpper() - a2 * e;
            StereoFrames.StoreFour(ref left, ref right, i, Vector256.Create(a, b), Vector256.Create(d, e));
        }

        for (; i < frames; i++)
        {
            var x = StereoFrames.Load(ref left, ref right, i);
            var y = b0 * x + s1;
            s1 = (b1 * x + s2) - a1 * y;
            s2 = b2 * x - a2 * y;
            StereoFrames.Store(ref left, ref right, i, y);
        }

        (s[0], s[1]) = (s1, s2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunTwo(
        ref float left,
        ref float right,
        int frames,
        ReadOnlySpan<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var two = new BiquadPair(c);
        var (s1, s2) = BiquadPair.Load(s);
        var none = Vector128<double>.Zero;
        var first = Vector256.Create(StereoFrames.Load(ref left, ref right, 0), none);
        var y = two.Step(ref s1, ref s2, first, BiquadPair.First);
        var i = 1;
        for (; i + 4 <= frames; i += 4)
        {
            var (early, late) = StereoFrames.LoadFour(ref left, ref right, i);
            var a = two.Step(ref s1, ref s2, Vector256.Create(early.GetLower(), y.GetLower()));
            var b = two.Step(ref s1, ref s2, Vector256.Create(early.GetUpper(), a.GetLower()));
            var d = two.Step(ref s1, ref s2, Vector256.Create(late.GetLower(), b.GetLower()));
            y = two.Step(ref s1, ref s2, Vector256.Create(late.GetUpper(), d.GetLower()));
            StereoFrames.StoreUppers(ref left, ref right, i - 1, (a, b, d, y));
        }

        for (; i < frames; i++)
        {
            var x = StereoFrames.Load(ref left, ref right, i);
            y = two.Step(ref s1, ref s2, Vector256.Create(x, y.GetLower()));
            StereoFrames.Store(ref left, ref right, i - 1, y.GetUpper());
        }

        y = two.Step(ref s1, ref s2, Vector256.Create(none, y.GetLower()), BiquadPair.Second);
        StereoFrames.Store(ref left, ref right, frames - 1, y.GetUpper());
        BiquadPair.Save(s, s1, s2);
    }

    /// <summary>Stages two and three are a frame behind the first, stage four two frames.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunFour(
        ref float left,
        ref float right,
        int frames,
        ReadOnlySpan<Vector128<double>> c,
        Span<Vector128<double>> s
    )
    {
        var (p, q) = (new BiquadPair(c), new BiquadPair(c[10..]));
        var (s1, s2) = BiquadPair.Load(s);
        var (t1, t2) = BiquadPair.Load(s[4..]);
        var none = Vector128<double>.Zero;
        var head = Vector256.Create(StereoFrames.Load(ref left, ref right, 0), none);
        var x = p.Step(ref s1, ref s2, head, BiquadPair.First);
        x =
            frames > 1
                ? p.Step(ref s1, ref s2, Vector256.Create(StereoFrames.Load(ref left, ref right, 1), x.GetLower()))
                : p.Step(ref s1, ref s2, Vector256.Create(none, x.GetLower()), BiquadPair.Second);
        var y = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), none), BiquadPair.First);
        var i = 2;
        for (; i + 4 <= frames; i += 4)
        {
            var (early, late) = StereoFrames.LoadFour(ref left, ref right, i);
            x = p.Step(ref s1, ref s2, Vector256.Create(early.GetLower(), x.GetLower()));
            var a = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), y.GetLower()));
            x = p.Step(ref s1, ref s2, Vector256.Create(early.GetUpper(), x.GetLower()));
            var b = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), a.GetLower()));
            x = p.Step(ref s1, ref s2, Vector256.Create(late.GetLower(), x.GetLower()));
            var d = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), b.GetLower()));
            x = p.Step(ref s1, ref s2, Vector256.Create(late.GetUpper(), x.GetLower()));
            y = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), d.GetLower()));
            StereoFrames.StoreUppers(ref left, ref right, i - 2, (a, b, d, y));
        }

        for (; i < frames; i++)
        {
            var input = StereoFrames.Load(ref left, ref right, i);
            x = p.Step(ref s1, ref s2, Vector256.Create(input, x.GetLower()));
            y = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), y.GetLower()));
            StereoFrames.Store(ref left, ref right, i - 2, y.GetUpper());
        }

        if (frames > 1)
        {
            x = p.Step(ref s1, ref s2, Vector256.Create(none, x.GetLower()), BiquadPair.Second);
            y = q.Step(ref t1, ref t2, Vector256.Create(x.GetUpper(), y.GetLower()));
            StereoFrames.Store(ref left, ref right, frames - 2, y.GetUpper());
        }

        y = q.Step(ref t1, ref t2, Vector256.Create(none, y.GetLower()), BiquadPair.Second);
        StereoFrames.Store(ref left, ref right, frames - 1, y.GetUpper());
        BiquadPair.Save(s, s1, s2);
        BiquadPair.Save(s[4..], t1, t2);
    }
}

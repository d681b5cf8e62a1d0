using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// The K filter of ITU-R BS.1770-4 over both channels, of which only the energy is wanted: shelf and high-pass side by side in one vector, so that
/// what is given is a frame behind what was put in.
/// </summary>
internal sealed class KFilter
{
    private const double Tiny = 1e-30;

    private readonly BiquadPair _pair;
    private Vector256<double> _s1;
    private Vector256<double> _s2;
    private Vector128<double> _between;

    /// <summary>Makes it at rest.</summary>
    public KFilter(int rate)
    {
        _pair = new(Shelf(rate), HighPass(rate));
    }

    /// <summary>True while all that it remembers is silence.</summary>
    public bool Rests => _s1 == Vector256<double>.Zero && _s2 == _s1 && _between == Vector128<double>.Zero;

    /// <summary>The sum of squares of both channels over the next frames, added to <paramref name="sum"/> in the order of the frames.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref Vector128<double> sum)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        var (s1, s2, before, pair, total) = (_s1, _s2, _between, _pair, sum);
        var i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            var (early, late) = StereoFrames.LoadFour(ref l, ref r, i);
            var a = pair.Step(ref s1, ref s2, Vector256.Create(early.GetLower(), before));
            var b = pair.Step(ref s1, ref s2, Vector256.Create(early.GetUpper(), a.GetLower()));
            var c = pair.Step(ref s1, ref s2, Vector256.Create(late.GetLower(), b.GetLower()));
            var d = pair.Step(ref s1, ref s2, Vector256.Create(late.GetUpper(), c.GetLower()));
            before = d.GetLower();
            total += a.GetUpper() * a.GetUpper();
            total += b.GetUpper() * b.GetUpper();
            total += c.GetUpper() * c.GetUpper();
            total += d.GetUpper() * d.GetUpper();
        }

        for (; i < left.Length; i++)
        {
            var y = pair.Step(ref s1, ref s2, Vector256.Create(StereoFrames.Load(ref l, ref r, i), before));
            before = y.GetLower();
            total += y.GetUpper() * y.GetUpper();
        }

        (_s1, _s2, _between, sum) = (s1, s2, before, total);
    }

    /// <summary>Cuts what has died away to zero, before it turns into slow denormal numbers.</summary>
    public void Flush()
    {
        var tiny = Vector256.Create(Tiny);
        _s1 &= Vector256.GreaterThanOrEqual(Vector256.Abs(_s1), tiny);
        _s2 &= Vector256.GreaterThanOrEqual(Vector256.Abs(_s2), tiny);
        _between &= Vector128.GreaterThanOrEqual(Vector128.Abs(_between), tiny.GetLower());
    }

    private static BiquadCoefficients Shelf(int rate)
    {
        const double Q = 0.7071752369554196;
        var k = DeterministicMath.Tan(Math.PI * 1681.974450955533 / rate);
        var high = DeterministicMath.FromDecibels(3.999843853973347);
        var middle = DeterministicMath.Pow(high, 0.4996667741545416);
        var a0 = 1 + k / Q + k * k;
        return new(
            (high + middle * k / Q + k * k) / a0,
            2 * (k * k - high) / a0,
            (high - middle * k / Q + k * k) / a0,
            2 * (k * k - 1) / a0,
            (1 - k / Q + k * k) / a0
        );
    }

    private static BiquadCoefficients HighPass(int rate)
    {
        const double Q = 0.5003270373238773;
        var k = DeterministicMath.Tan(Math.PI * 38.13547087602444 / rate);
        var a0 = 1 + k / Q + k * k;
        return new(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / Q + k * k) / a0);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Two second-order filters in series over two channels, as the lanes of one vector: left and right of the first, left and right of the
/// second, which is a frame behind, so that both recursions run at once.
/// </summary>
internal readonly struct BiquadPair
{
    private readonly Vector256<double> _b0;
    private readonly Vector256<double> _b1;
    private readonly Vector256<double> _b2;
    private readonly Vector256<double> _a1;
    private readonly Vector256<double> _a2;

    /// <summary>Takes two filters, each as five coefficients that both channels share.</summary>
    public BiquadPair(ReadOnlySpan<Vector128<double>> c)
    {
        _b0 = Vector256.Create(c[0], c[5]);
        _b1 = Vector256.Create(c[1], c[6]);
        _b2 = Vector256.Create(c[2], c[7]);
        _a1 = Vector256.Create(c[3], c[8]);
        _a2 = Vector256.Create(c[4], c[9]);
    }

    /// <summary>Takes two filters.</summary>
    public BiquadPair(BiquadCoefficients first, BiquadCoefficients second)
    {
        _b0 = Both(first.B0, second.B0);
        _b1 = Both(first.B1, second.B1);
        _b2 = Both(first.B2, second.B2);
        _a1 = Both(first.A1, second.A1);
        _a2 = Both(first.A2, second.A2);
    }

    /// <summary>The lanes of the first filter.</summary>
    public static Vector256<double> First => Vector256.Create(Vector128<double>.AllBitsSet, Vector128<double>.Zero);

    /// <summary>The lanes of the second filter.</summary>
    public static Vector256<double> Second => Vector256.Create(Vector128<double>.Zero, Vector128<double>.AllBitsSet);

    /// <summary>One frame of each: the input of the first below, what the first gave a frame ago above.</summary>
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

    /// <summary>The states of two filters, each held as two vectors.</summary>
    public static (Vector256<double> S1, Vector256<double> S2) Load(ReadOnlySpan<Vector128<double>> s) =>
        (Vector256.Create(s[0], s[2]), Vector256.Create(s[1], s[3]));

    /// <summary>Puts the states back.</summary>
    public static void Save(Span<Vector128<double>> s, Vector256<double> s1, Vector256<double> s2)
    {
        (s[0], s[2]) = (s1.GetLower(), s1.GetUpper());
        (s[1], s[3]) = (s2.GetLower(), s2.GetUpper());
    }

    private static Vector256<double> Both(double first, double second) =>
        Vector256.Create(first, first, second, second);
}

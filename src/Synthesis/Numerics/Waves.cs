using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// Sines of half turns: x of -1 to 1 stands for -π to π. The factor x(1 - x²) makes the ends exact; the rest is a polynomial through
/// Chebyshev's points, together within 3e-7. The wide and the narrow form are equal to the bit.
/// </summary>
internal static class Waves
{
    private const float C0 = 3.141591881472428f;
    private const float C1 = -2.0260814828988543f;
    private const float C2 = 0.5237331804132688f;
    private const float C3 = -0.07434069698345512f;
    private const float C4 = 0.005894180579431339f;

    /// <summary>A phase of 2^32 a turn, as half turns of -1 to 1.</summary>
    public const float PerPhase = 1f / 2147483648f;

    /// <summary>The sine of πx for x of -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sine(float x)
    {
        var u = x * x;
        var p = C4 * u + C3;
        p = p * u + C2;
        p = p * u + C1;
        p = p * u + C0;
        return p * (x - x * u);
    }

    /// <summary>Eight sines of πx for x of -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sine(Vector256<float> x)
    {
        var u = x * x;
        var p = Vector256.Create(C4) * u + Vector256.Create(C3);
        p = p * u + Vector256.Create(C2);
        p = p * u + Vector256.Create(C1);
        p = p * u + Vector256.Create(C0);
        return p * (x - x * u);
    }

    /// <summary>Half turns brought to -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Wrap(Vector256<float> x) =>
        x - Vector256.Floor(x * 0.5f + Vector256.Create(0.5f)) * 2f;

    /// <summary>Half turns brought to -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Wrap(float x) => x - (float)Math.Floor(x * 0.5f + 0.5f) * 2f;

    /// <summary>Eight phases from <paramref name="phase"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Phases(uint phase, uint step) =>
        (Vector256.Create(phase) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7) * Vector256.Create(step)).AsInt32();
}

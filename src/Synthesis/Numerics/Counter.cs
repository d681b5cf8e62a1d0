using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>Random numbers by place, so that any of them can be had without those before it.</summary>
internal static class Counter
{
    /// <summary>64 random bits for a seed and a place: the finish of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static ulong Bits(ulong seed, ulong place)
    {
        var z = unchecked(seed + (place + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public static double Unit(ulong seed, ulong place) => (Bits(seed, place) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [-1, 1).</summary>
    public static double Signed(ulong seed, ulong place) => Unit(seed, place) * 2 - 1;

    /// <summary>Eight numbers of white noise in [-1, 1): the finish of MurmurHash3 over consecutive places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Noise(uint seed, uint place)
    {
        var h = (Vector256.Create(place) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7)) * Vector256.Create(0x9E3779B1u);
        h ^= Vector256.Create(seed);
        h ^= Vector256.ShiftRightLogical(h, 16);
        h *= Vector256.Create(0x85EBCA6Bu);
        h ^= Vector256.ShiftRightLogical(h, 13);
        h *= Vector256.Create(0xC2B2AE35u);
        h ^= Vector256.ShiftRightLogical(h, 16);
        return Vector256.ConvertToSingle(h.AsInt32()) * Waves.PerPhase;
    }
}

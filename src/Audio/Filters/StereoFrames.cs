using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>Moves frames of two channels into vectors of left and right side by side, one or four at a time, and back.</summary>
internal static class StereoFrames
{
    /// <summary>One frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(ref float left, ref float right, int frame) =>
        Vector128.Create(Unsafe.Add(ref left, frame), (double)Unsafe.Add(ref right, frame));

    /// <summary>Four frames, two in each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Early, Vector256<double> Late) LoadFour(ref float left, ref float right, int frame)
    {
        var both = Vector256.Create(
            Vector128.LoadUnsafe(ref left, (nuint)frame),
            Vector128.LoadUnsafe(ref right, (nuint)frame)
        );
        return Vector256.Widen(Vector256.Shuffle(both, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)));
    }

    /// <summary>Stores one frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref float left, ref float right, int frame, Vector128<double> value)
    {
        Unsafe.Add(ref left, frame) = (float)value.ToScalar();
        Unsafe.Add(ref right, frame) = (float)value.GetElement(1);
    }

    /// <summary>Stores four frames, one from the upper half of each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreUppers(
        ref float left,
        ref float right,
        int frame,
        (Vector256<double> A, Vector256<double> B, Vector256<double> C, Vector256<double> D) values
    )
    {
        var early = Vector256.Create(values.A.GetUpper(), values.B.GetUpper());
        var late = Vector256.Create(values.C.GetUpper(), values.D.GetUpper());
        StoreFour(ref left, ref right, frame, early, late);
    }

    /// <summary>Stores four frames, two of each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFour(
        ref float left,
        ref float right,
        int frame,
        Vector256<double> early,
        Vector256<double> late
    )
    {
        var sides = Vector256.Shuffle(Vector256.Narrow(early, late), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));
        sides.GetLower().StoreUnsafe(ref left, (nuint)frame);
        sides.GetUpper().StoreUnsafe(ref right, (nuint)frame);
    }
}

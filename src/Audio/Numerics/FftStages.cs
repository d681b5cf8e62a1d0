using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>The stages of <see cref="Fft"/> eight points at a time: every lane computes what the narrow stage would, in the same order.</summary>
internal static class FftStages
{
    /// <summary>Points at a time; no transform is shorter.</summary>
    public const int Width = 8;

    // Stages 1, 2 and 4 on eight points that lie side by side: every lane computes what the narrow stage would.
    public static void First(Span<float> real, Span<float> imaginary, float[] cosines, float[] sines)
    {
        ref var re = ref MemoryMarshal.GetReference(real);
        ref var im = ref MemoryMarshal.GetReference(imaginary);
        var (c1, s1) = (Vector256.Create(cosines[1]), Vector256.Create(sines[1]));
        var pairs = Vector256.Create(0, 1, 0, 1, 0, 1, 0, 1);
        var (c2, s2) = (
            Vector256.Shuffle(Vector256.Create(cosines[2], cosines[3], 0, 0, 0, 0, 0, 0), pairs),
            Vector256.Shuffle(Vector256.Create(sines[2], sines[3], 0, 0, 0, 0, 0, 0), pairs)
        );
        var (c4, s4) = (Vector128.Create(cosines.AsSpan(4, 4)), Vector128.Create(sines.AsSpan(4, 4)));
        var (fourCosines, fourSines) = (Vector256.Create(c4, c4), Vector256.Create(s4, s4));
        for (nuint at = 0; at < (nuint)real.Length; at += Width)
        {
            var r = Vector256.LoadUnsafe(ref re, at);
            var i = Vector256.LoadUnsafe(ref im, at);
            var near = Vector256.Create(0, 0, 2, 2, 4, 4, 6, 6);
            var far = Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7);
            (r, i) = Butterfly(
                (Vector256.Shuffle(r, near), Vector256.Shuffle(i, near)),
                (Vector256.Shuffle(r, far), Vector256.Shuffle(i, far)),
                (c1, s1),
                Vector256.Create(1f, -1, 1, -1, 1, -1, 1, -1)
            );
            near = Vector256.Create(0, 1, 0, 1, 4, 5, 4, 5);
            far = Vector256.Create(2, 3, 2, 3, 6, 7, 6, 7);
            (r, i) = Butterfly(
                (Vector256.Shuffle(r, near), Vector256.Shuffle(i, near)),
                (Vector256.Shuffle(r, far), Vector256.Shuffle(i, far)),
                (c2, s2),
                Vector256.Create(1f, 1, -1, -1, 1, 1, -1, -1)
            );
            (r, i) = Butterfly(
                (Vector256.Create(r.GetLower(), r.GetLower()), Vector256.Create(i.GetLower(), i.GetLower())),
                (Vector256.Create(r.GetUpper(), r.GetUpper()), Vector256.Create(i.GetUpper(), i.GetUpper())),
                (fourCosines, fourSines),
                Vector256.Create(1f, 1, 1, 1, -1, -1, -1, -1)
            );
            r.StoreUnsafe(ref re, at);
            i.StoreUnsafe(ref im, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Real, Vector256<float> Imaginary) Butterfly(
        (Vector256<float> Real, Vector256<float> Imaginary) near,
        (Vector256<float> Real, Vector256<float> Imaginary) far,
        (Vector256<float> Cosine, Vector256<float> Sine) turn,
        Vector256<float> sign
    )
    {
        var r = far.Real * turn.Cosine - far.Imaginary * turn.Sine;
        var i = far.Real * turn.Sine + far.Imaginary * turn.Cosine;
        return (near.Real + r * sign, near.Imaginary + i * sign);
    }

    // Two wide stages in one pass over memory.
    public static void Two(Span<float> real, Span<float> imaginary, int half, float[] cosines, float[] sines)
    {
        ref var cosine = ref MemoryMarshal.GetArrayDataReference(cosines);
        ref var sine = ref MemoryMarshal.GetArrayDataReference(sines);
        ref var re = ref MemoryMarshal.GetReference(real);
        ref var im = ref MemoryMarshal.GetReference(imaginary);
        for (var start = 0; start < real.Length; start += half << 2)
        {
            for (var k = 0; k < half; k += Width)
            {
                var (p0, p1) = ((nuint)(start + k), (nuint)(start + half + k));
                var (p2, p3) = ((nuint)(start + 2 * half + k), (nuint)(start + 3 * half + k));
                var first = Turn(ref cosine, ref sine, half + k);
                var (r0, i0, r1, i1) = Pair(ref re, ref im, p0, p1, first);
                var (r2, i2, r3, i3) = Pair(ref re, ref im, p2, p3, first);
                Second(ref re, ref im, p0, p2, (r0, i0), (r2, i2), Turn(ref cosine, ref sine, 2 * half + k));
                Second(ref re, ref im, p1, p3, (r1, i1), (r3, i3), Turn(ref cosine, ref sine, 3 * half + k));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Cosine, Vector256<float> Sine) Turn(ref float cosine, ref float sine, int at) =>
        (Vector256.LoadUnsafe(ref cosine, (nuint)at), Vector256.LoadUnsafe(ref sine, (nuint)at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float>, Vector256<float>, Vector256<float>, Vector256<float>) Pair(
        ref float re,
        ref float im,
        nuint near,
        nuint far,
        (Vector256<float> Cosine, Vector256<float> Sine) turn
    )
    {
        var (r1, i1) = (Vector256.LoadUnsafe(ref re, far), Vector256.LoadUnsafe(ref im, far));
        var (r0, i0) = (Vector256.LoadUnsafe(ref re, near), Vector256.LoadUnsafe(ref im, near));
        var r = r1 * turn.Cosine - i1 * turn.Sine;
        var i = r1 * turn.Sine + i1 * turn.Cosine;
        return (r0 + r, i0 + i, r0 - r, i0 - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Second(
        ref float re,
        ref float im,
        nuint near,
        nuint far,
        (Vector256<float> Real, Vector256<float> Imaginary) x,
        (Vector256<float> Real, Vector256<float> Imaginary) y,
        (Vector256<float> Cosine, Vector256<float> Sine) turn
    )
    {
        var r = y.Real * turn.Cosine - y.Imaginary * turn.Sine;
        var i = y.Real * turn.Sine + y.Imaginary * turn.Cosine;
        (x.Real - r).StoreUnsafe(ref re, far);
        (x.Imaginary - i).StoreUnsafe(ref im, far);
        (x.Real + r).StoreUnsafe(ref re, near);
        (x.Imaginary + i).StoreUnsafe(ref im, near);
    }

    // The same operations as the narrow stage in the same order, eight at a time.
    public static void One(Span<float> real, Span<float> imaginary, int half, float[] cosines, float[] sines)
    {
        ref var cosine = ref MemoryMarshal.GetReference(cosines.AsSpan(half));
        ref var sine = ref MemoryMarshal.GetReference(sines.AsSpan(half));
        ref var re = ref MemoryMarshal.GetReference(real);
        ref var im = ref MemoryMarshal.GetReference(imaginary);
        for (var start = 0; start < real.Length; start += half << 1)
        {
            for (var k = 0; k < half; k += Width)
            {
                var (near, far) = ((nuint)(start + k), (nuint)(start + half + k));
                var (c, s) = (Vector256.LoadUnsafe(ref cosine, (nuint)k), Vector256.LoadUnsafe(ref sine, (nuint)k));
                var (r1, i1) = (Vector256.LoadUnsafe(ref re, far), Vector256.LoadUnsafe(ref im, far));
                var (r0, i0) = (Vector256.LoadUnsafe(ref re, near), Vector256.LoadUnsafe(ref im, near));
                var r = r1 * c - i1 * s;
                var i = r1 * s + i1 * c;
                (r0 - r).StoreUnsafe(ref re, far);
                (i0 - i).StoreUnsafe(ref im, far);
                (r0 + r).StoreUnsafe(ref re, near);
                (i0 + i).StoreUnsafe(ref im, near);
            }
        }
    }
}

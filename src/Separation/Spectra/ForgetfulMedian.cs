using System.Runtime.Intrinsics;

namespace Troubadour.Separation;

/// <summary>
/// Medians of 17 values at 8 places at a time, by forgetful selection: of ten values the least and the greatest cannot be the median of
/// all, so they are dropped and the next value comes in. Only minima and maxima, so every processor gives the same.
/// </summary>
internal static class ForgetfulMedian
{
    /// <summary>Values that a median is taken of.</summary>
    public const int Count = 17;

    /// <summary>Places that are done at a time.</summary>
    public const int Width = 8;

    private const int Held = Count / 2 + 2;

    /// <summary>Medians at <see cref="Width"/> places.</summary>
    /// <param name="values">Where the values of all rows lie.</param>
    /// <param name="starts">The 17 places in <paramref name="values"/> where the rows start.</param>
    /// <param name="medians">8 medians.</param>
    public static void Compute(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, Span<float> medians)
    {
        Span<Vector256<float>> held = stackalloc Vector256<float>[Held];
        for (var i = 0; i < Held; i++)
        {
            held[i] = Load(values, starts[i]);
        }

        var count = Held;
        var next = Held;
        while (true)
        {
            Part(held[..count]);
            if (next == Count)
            {
                break;
            }

            // The least lies first, the greatest last: the new value takes the place of one, the other falls out.
            held[0] = Load(values, starts[next++]);
            count--;
        }

        held[1].CopyTo(medians);
    }

    // Brings the least to the front and the greatest to the end.
    private static void Part(Span<Vector256<float>> held)
    {
        for (var i = 1; i < held.Length; i++)
        {
            var (first, value) = (held[0], held[i]);
            held[0] = Vector256.Min(first, value);
            held[i] = Vector256.Max(first, value);
        }

        for (var i = 1; i < held.Length - 1; i++)
        {
            var (value, last) = (held[i], held[^1]);
            held[i] = Vector256.Min(value, last);
            held[^1] = Vector256.Max(value, last);
        }
    }

    private static Vector256<float> Load(ReadOnlySpan<float> values, int start) =>
        Vector256.Create(values.Slice(start, Width));
}

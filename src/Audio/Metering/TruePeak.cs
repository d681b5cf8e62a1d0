using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Peaks between the samples after ITU-R BS.1770-4 Annex 2: four times oversampling, here by a Kaiser-windowed sinc of 24 taps a phase, which
/// reads tones up to two fifths of the rate within 0.1 dB of what four points a sample can show.
/// </summary>
public static class TruePeak
{
    /// <summary>Samples needed before a position.</summary>
    public const int Before = 11;

    /// <summary>Samples needed after a position.</summary>
    public const int After = 12;

    private const int Taps = Before + After + 1;
    private static readonly float[] s_filter = MakeFilter();

    /// <summary>
    /// The largest magnitude over the samples <see cref="Before"/> .. length - <see cref="After"/> - 1 of the window and the three points
    /// behind each of them.
    /// </summary>
    public static float Of(ReadOnlySpan<float> window)
    {
        var count = window.Length - Taps + 1;
        var peaks = Vector256<float>.Zero;
        var i = 0;
        for (; i + 8 <= count; i += 8)
        {
            peaks = Vector256.Max(peaks, Eight(window.Slice(i, Taps + 7)));
        }

        var peak = 0f;
        for (var lane = 0; lane < 8; lane++)
        {
            peak = Math.Max(peak, peaks.GetElement(lane));
        }

        for (; i < count; i++)
        {
            peak = Math.Max(peak, One(window.Slice(i, Taps)));
        }

        return peak;
    }

    /// <summary>
    /// The same for every block of a sound, a multiple of eight samples long: over its samples and the one before it, so that the gaps on both
    /// sides belong to it.
    /// </summary>
    /// <param name="window">The blocks, with one sample more than <see cref="Before"/> before them and <see cref="After"/> behind.</param>
    /// <param name="block">Samples of a block.</param>
    /// <param name="peaks">One for each block; each is raised to what is found.</param>
    public static void Blocks(ReadOnlySpan<float> window, int block, Span<float> peaks)
    {
        if (block <= 0 || block % 8 != 0 || window.Length < Taps + peaks.Length * block)
        {
            throw new ArgumentException(
                "A window holds whole blocks of eight samples and their surroundings.",
                nameof(window)
            );
        }

        var last = One(window[..Taps]);
        for (var b = 0; b < peaks.Length; b++)
        {
            var (most, group) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var i = b * block + 1; i <= (b + 1) * block; i += 8)
            {
                group = Eight(window.Slice(i, Taps + 7));
                most = Vector256.Max(most, group);
            }

            var half = Vector128.Max(most.GetLower(), most.GetUpper());
            var highest = Math.Max(Math.Max(half[0], half[1]), Math.Max(half[2], half[3]));
            peaks[b] = Math.Max(peaks[b], Math.Max(last, highest));
            last = group.GetElement(7);
        }
    }

    private static Vector256<float> Eight(ReadOnlySpan<float> window)
    {
        var (a, b, c) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var filter = s_filter.AsSpan(0, 3 * Taps);
        for (var k = 0; k < Taps; k++)
        {
            var x = Vector256.Create(window.Slice(k, 8));
            a += x * Vector256.Create(filter[3 * k]);
            b += x * Vector256.Create(filter[3 * k + 1]);
            c += x * Vector256.Create(filter[3 * k + 2]);
        }

        var between = Vector256.Max(Vector256.Max(Vector256.Abs(a), Vector256.Abs(b)), Vector256.Abs(c));
        return Vector256.Max(between, Vector256.Abs(Vector256.Create(window.Slice(Before, 8))));
    }

    private static float One(ReadOnlySpan<float> window)
    {
        var (a, b, c) = (0f, 0f, 0f);
        for (var k = 0; k < Taps; k++)
        {
            a += window[k] * s_filter[3 * k];
            b += window[k] * s_filter[3 * k + 1];
            c += window[k] * s_filter[3 * k + 2];
        }

        var between = Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)), Math.Abs(c));
        return Math.Max(between, Math.Abs(window[Before]));
    }

    private static float[] MakeFilter()
    {
        var filter = new float[3 * Taps];
        for (var phase = 1; phase < 4; phase++)
        {
            var row = new double[Taps];
            var sum = 0.0;
            for (var k = 0; k < Taps; k++)
            {
                row[k] = KaiserSinc.Value(k - Before - phase / 4.0, After, 0.5, 4.5);
                sum += row[k];
            }

            for (var k = 0; k < Taps; k++)
            {
                filter[3 * k + phase - 1] = (float)(row[k] / sum);
            }
        }

        return filter;
    }
}

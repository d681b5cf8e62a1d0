namespace Troubadour.Analysis;

/// <summary>How much the pitch classes of upper notes and bass change at a moment, 0 to 1, at the rate of <see cref="OnsetCurves"/>.</summary>
internal static class HarmonicChange
{
    private const double Side = 0.5;

    /// <summary>One value for each frame of the onset curves.</summary>
    public static float[] Of(ChromaFrames chroma, int count)
    {
        var coarse = new double[chroma.Count];
        Span<double> sides = stackalloc double[48];
        for (var k = 0; k < coarse.Length; k++)
        {
            var second = (double)k / NoteFrames.Rate;
            if (second < Side)
            {
                continue;
            }

            Read(chroma, second - Side, second, sides[..24]);
            Read(chroma, second, second + Side, sides[24..]);
            coarse[k] = 1 - Cosine(sides[..24], sides[24..]);
        }

        var fine = new float[count];
        for (var i = 0; i < count && coarse.Length > 1; i++)
        {
            var place = (double)i * NoteFrames.Rate / OnsetCurves.Rate;
            var whole = Math.Min((int)place, coarse.Length - 2);
            fine[i] = (float)(coarse[whole] + (place - whole) * (coarse[whole + 1] - coarse[whole]));
        }

        return fine;
    }

    private static void Read(ChromaFrames chroma, double start, double end, Span<double> pitches)
    {
        chroma.Treble(start, end, pitches[..12]);
        chroma.Bass(start, end, pitches[12..]);
    }

    /// <summary>The cosine of the angle between two vectors; 1 where one is nothing.</summary>
    public static double Cosine(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }

        return aa * bb <= 1e-18 ? 1 : ab / Math.Sqrt(aa * bb);
    }
}

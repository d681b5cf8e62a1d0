using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// Holds a clip against the kept sound of a song that a fingerprint found. Landmarks cannot tell a recording from another mix of the same
/// notes; wave forms can.
/// </summary>
public static class RecordingCheck
{
    private const int Piece = 1 << 14;
    private const int Length = 2 * Piece;
    private const int MostPieces = 16;

    // The offset of a match is right to a frame; one and a half are looked at.
    private const int Reach = PowerMap.Hop * 3 / 2;

    // -80 dB of full scale: pieces that are silent say nothing.
    private const double LeastPower = 1e-8;

    /// <summary>Compares up to 16 pieces that are spread over the clip.</summary>
    /// <param name="clip">Stereo of any rate.</param>
    /// <param name="song">The song's kept sound.</param>
    /// <param name="offsetSeconds">Where in the song the clip starts, to within 40 ms: see <see cref="FingerprintMatch.OffsetSeconds"/>.</param>
    public static RecordingLikeness Compare(AudioBuffer clip, AudioBuffer song, double offsetSeconds)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(song);
        var (asked, kept) = (PowerMap.ToMono(clip), PowerMap.ToMono(song));
        var offset = (int)Math.Floor(offsetSeconds * PowerMap.Rate + 0.5);
        var fft = new Fft(Length);
        var found = new List<(double Correlation, double Lag)>();
        foreach (var start in Starts(asked.Length, kept.Length, offset))
        {
            var piece = asked.AsSpan(start, Piece);
            var around = kept.AsSpan(start + offset - Reach, Piece + 2 * Reach);
            if (Power(piece) >= LeastPower)
            {
                found.Add(Peak(fft, piece, around));
            }
        }

        return found.Count == 0
            ? new(0, offsetSeconds)
            : new(
                Median(found, piece => piece.Correlation),
                (offset + Median(found, piece => piece.Lag)) / PowerMap.Rate
            );
    }

    // Pieces that lie in the clip, and in the song with their surroundings.
    private static IEnumerable<int> Starts(int clip, int song, int offset)
    {
        var first = Math.Max(0, Reach - offset);
        var last = Math.Min(clip - Piece, song - offset - Reach - Piece);
        var count = last < first ? 0 : Math.Clamp((last - first) / Piece + 1, 1, MostPieces);
        for (var i = 0; i < count; i++)
        {
            yield return count == 1 ? first : first + (int)((long)(last - first) * i / (count - 1));
        }
    }

    private static (double Correlation, double Lag) Peak(Fft fft, ReadOnlySpan<float> piece, ReadOnlySpan<float> around)
    {
        var products = Products(fft, piece, around);
        var pieceEnergy = Energy(piece);
        var energy = Energy(around[..piece.Length]);
        var correlations = new double[2 * Reach + 1];
        for (var lag = 0; lag <= 2 * Reach; lag++)
        {
            correlations[lag] = energy > 0 ? products[lag] / Math.Sqrt(energy * pieceEnergy) : 0;
            if (lag < 2 * Reach)
            {
                energy += (double)around[lag + Piece] * around[lag + Piece] - (double)around[lag] * around[lag];
            }
        }

        var best = 0;
        for (var lag = 1; lag < correlations.Length; lag++)
        {
            best = correlations[lag] > correlations[best] ? lag : best;
        }

        return Interpolated(correlations, best);
    }

    // The top of the parabola through the highest value and its neighbours.
    private static (double Correlation, double Lag) Interpolated(double[] correlations, int best)
    {
        if (best == 0 || best == correlations.Length - 1)
        {
            return (correlations[best], best - Reach);
        }

        var (before, top, after) = (correlations[best - 1], correlations[best], correlations[best + 1]);
        var bend = before - 2 * top + after;
        var shift = bend < 0 ? 0.5 * (before - after) / bend : 0;
        return (Math.Min(1, top - 0.25 * (before - after) * shift), best - Reach + shift);
    }

    // products[lag] = sum of piece[i] around[i + lag], by way of spectra: one sound as the real, one as the imaginary part.
    private static float[] Products(Fft fft, ReadOnlySpan<float> piece, ReadOnlySpan<float> around)
    {
        var (re, im) = (new float[Length], new float[Length]);
        piece.CopyTo(re);
        around.CopyTo(im);
        fft.Forward(re, im);
        var (productRe, productIm) = (new float[Length], new float[Length]);
        for (var k = 0; k < Length; k++)
        {
            var mirror = (Length - k) & (Length - 1);
            var (pr, pi) = (0.5f * (re[k] + re[mirror]), 0.5f * (im[k] - im[mirror]));
            var (ar, ai) = (0.5f * (im[k] + im[mirror]), 0.5f * (re[mirror] - re[k]));
            productRe[k] = pr * ar + pi * ai;
            productIm[k] = pr * ai - pi * ar;
        }

        fft.Inverse(productRe, productIm);
        return productRe;
    }

    private static double Power(ReadOnlySpan<float> samples) => Energy(samples) / samples.Length;

    private static double Energy(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return sum;
    }

    private static double Median<T>(List<T> items, Func<T, double> value)
    {
        var values = items.Select(value).Order().ToArray();
        return values[values.Length / 2];
    }
}

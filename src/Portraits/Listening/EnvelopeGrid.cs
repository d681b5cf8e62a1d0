using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>
/// The frequencies at which envelopes are read: 36 to the octave from 140 Hz, so that a longer or shorter vocal tract is a shift by points.
/// </summary>
internal static class EnvelopeGrid
{
    /// <summary>Points an octave.</summary>
    public const int PerOctave = 36;

    /// <summary>Points, to 9.4 kHz.</summary>
    public const int Points = 219;

    /// <summary>Bands of a third of an octave.</summary>
    public const int Bands = 18;

    private const int BandPoints = PerOctave / 3;

    /// <summary>The frequency of a point, Hz.</summary>
    public static double Hertz(double point) => 140 * DeterministicMath.Exp2(point / PerOctave);

    /// <summary>The point of a frequency, with fraction.</summary>
    public static double Point(double hertz) => PerOctave * DeterministicMath.Log2(hertz / 140);

    /// <summary>The mean of the points in each band.</summary>
    public static double[] ToBands(ReadOnlySpan<double> points)
    {
        var bands = new double[Bands];
        for (var band = 0; band < Bands; band++)
        {
            for (var i = 0; i < BandPoints; i++)
            {
                bands[band] += points[band * BandPoints + i] / BandPoints;
            }
        }

        return bands;
    }

    /// <summary>The mean of the points between two frequencies.</summary>
    public static double Mean(ReadOnlySpan<double> points, double from, double to)
    {
        var (first, end) = ((int)Math.Round(Point(from)), (int)Math.Round(Point(to)));
        var sum = 0.0;
        for (var i = first; i < end; i++)
        {
            sum += points[i];
        }

        return sum / (end - first);
    }
}

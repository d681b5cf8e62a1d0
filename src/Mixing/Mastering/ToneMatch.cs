using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// The equaliser that brings a master's long-term spectrum toward its target: eight broad bands, each at most so far up or down as the target says. Their gains are the
/// least squares of what is left in third octaves, found one after another.
/// </summary>
internal static class ToneMatch
{
    private const int Rounds = 30;

    // What a song is by itself is not made wholly another.
    private const double Share = 0.85;
    private const double Stiffness = 0.6;
    private const double Step = 0.01;

    private static readonly (EqKind Kind, double Hz, double Q)[] s_bands =
    [
        (EqKind.LowShelf, 70, 0.7),
        (EqKind.Peak, 140, 0.9),
        (EqKind.Peak, 280, 0.9),
        (EqKind.Peak, 560, 0.9),
        (EqKind.Peak, 1120, 0.9),
        (EqKind.Peak, 2240, 0.9),
        (EqKind.Peak, 4500, 0.9),
        (EqKind.HighShelf, 9000, 0.7),
    ];

    /// <summary>The bands at these gains.</summary>
    /// <exception cref="ArgumentException">There are not as many gains as bands.</exception>
    public static StereoBiquadChain Filter(IReadOnlyList<double> gains, int rate)
    {
        if (gains.Count != s_bands.Length)
        {
            throw new ArgumentException($"A tone has {s_bands.Length} gains.", nameof(gains));
        }

        return new([.. gains.Select((gain, i) => Band(i, gain, rate))]);
    }

    /// <summary>The gains, in hundredths of a decibel, lowest band first.</summary>
    /// <param name="levels">The spectrum behind the bus in the bands of <see cref="ToneSpectrum"/>.</param>
    /// <param name="settings">Where it should be, and the bus's own bands: what they were asked to do is laid over the target.</param>
    /// <param name="rate">Frames a second.</param>
    public static double[] Gains(double[] levels, MixSettings settings, int rate)
    {
        var centres = ToneSpectrum.Centres;
        var weights = centres.Select(Weight).ToArray();
        var bus = settings.Bus.Bands.Select(band => Equaliser.Of(band, rate)).ToList();
        var left = levels
            .Select((level, i) => Share * (level - Asked(bus, centres[i], rate) - settings.Target!.At(centres[i])))
            .ToArray();
        var shapes = new double[s_bands.Length][];
        for (var b = 0; b < shapes.Length; b++)
        {
            var band = Band(b, 1, rate);
            shapes[b] = [.. centres.Select(hz => DeterministicMath.ToDecibels(band.Magnitude(hz, rate)))];
        }

        var gains = new double[s_bands.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Centre(left, weights);
            for (var b = 0; b < gains.Length; b++)
            {
                Improve(ref gains[b], shapes[b], left, weights, settings.Target!.MostDb);
            }
        }

        return Array.ConvertAll(gains, gain => Math.Round(gain / Step) * Step);
    }

    private static double Asked(List<BiquadCoefficients> bus, double hertz, int rate) =>
        bus.Sum(band => DeterministicMath.ToDecibels(band.Magnitude(hertz, rate)));

    private static void Improve(ref double gain, double[] shape, double[] left, double[] weights, double most)
    {
        var (along, across) = (Stiffness * gain, Stiffness);
        for (var i = 0; i < left.Length; i++)
        {
            along += weights[i] * shape[i] * left[i];
            across += weights[i] * shape[i] * shape[i];
        }

        var next = Math.Clamp(gain - along / across, -most, most);
        for (var i = 0; i < left.Length; i++)
        {
            left[i] += (next - gain) * shape[i];
        }

        gain = next;
    }

    // Loudness is set afterwards, so only the shape counts.
    private static void Centre(double[] left, double[] weights)
    {
        var (sum, all) = (0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            sum += weights[i] * left[i];
            all += weights[i];
        }

        for (var i = 0; i < left.Length; i++)
        {
            left[i] -= sum / all;
        }
    }

    private static double Weight(double hertz) =>
        hertz switch
        {
            < 45 or > 13000 => 0.1,
            < 60 or > 9000 => 0.5,
            _ => 1,
        };

    private static BiquadCoefficients Band(int index, double gain, int rate)
    {
        var (kind, hz, q) = s_bands[index];
        return Equaliser.Of(new EqBand(kind, hz, gain, q), rate);
    }
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>The spectral part of <see cref="AudioFeatures"/>.</summary>
internal sealed record SpectrumMeasures(
    double CentroidHz,
    double RolloffHz,
    double SlopeDbPerOctave,
    double LowShare,
    double MidShare,
    double HighShare,
    double Flatness
)
{
    private const int Size = 2048;
    private const double LowHz = 120;
    private const double HighHz = 4000;

    public static SpectrumMeasures Of(AudioBuffer audio)
    {
        var spectra = new PowerSpectra(audio, Size, Size / 2);
        var sum = new double[spectra.Bins];
        var frames = new List<(double Power, double Centroid, double Rolloff, double Flatness)>();
        var pair = new float[2][];
        (pair[0], pair[1]) = (new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            spectra.Pair(frame, pair[0], pair[1]);
            for (var i = 0; i < 2 && frame + i < spectra.Count; i++)
            {
                frames.Add(Measure(pair[i], spectra));
                for (var k = 0; k < sum.Length; k++)
                {
                    sum[k] += pair[i][k];
                }
            }
        }

        var loudest = frames.Count == 0 ? 0 : frames.Max(f => f.Power);
        var heard = frames.FindAll(f => f.Power > loudest * 1e-6);
        if (heard.Count == 0)
        {
            return new(0, 0, 0, 0, 0, 0, 0);
        }

        var total = sum.Sum();
        var low = Share(sum, spectra, 0, LowHz) / total;
        var high = Share(sum, spectra, HighHz, double.MaxValue) / total;
        return new(
            heard.Average(f => f.Centroid),
            heard.Average(f => f.Rolloff),
            Slope(sum, spectra),
            low,
            1 - low - high,
            high,
            heard.Average(f => f.Flatness)
        );
    }

    private static (double Power, double Centroid, double Rolloff, double Flatness) Measure(
        float[] power,
        PowerSpectra spectra
    )
    {
        var (total, weighted, logs) = (0.0, 0.0, 0.0);
        for (var k = 1; k < power.Length; k++)
        {
            total += power[k];
            weighted += power[k] * spectra.Hertz(k);
            logs += DeterministicMath.Log(power[k] + 1e-20);
        }

        if (total <= 0)
        {
            return default;
        }

        var (reached, bin) = (0.0, 0);
        while (bin + 1 < power.Length && reached < 0.85 * total)
        {
            reached += power[++bin];
        }

        var count = power.Length - 1;
        return (total, weighted / total, spectra.Hertz(bin), DeterministicMath.Exp(logs / count) / (total / count));
    }

    private static double Share(double[] power, PowerSpectra spectra, double from, double to)
    {
        var sum = 0.0;
        for (var k = 0; k < power.Length; k++)
        {
            sum += spectra.Hertz(k) >= from && spectra.Hertz(k) < to ? power[k] : 0;
        }

        return sum;
    }

    private static double Slope(double[] power, PowerSpectra spectra)
    {
        var points = new List<(double Octave, double Db)>();
        var third = DeterministicMath.Exp2(1.0 / 3);
        for (var centre = 100.0; centre <= 4100; centre *= third)
        {
            var (from, to) = (centre / Math.Sqrt(third), centre * Math.Sqrt(third));
            var (sum, bins) = (0.0, 0);
            for (var k = 1; k < power.Length; k++)
            {
                if (spectra.Hertz(k) >= from && spectra.Hertz(k) < to)
                {
                    sum += power[k];
                    bins++;
                }
            }

            if (bins > 0 && sum > 0)
            {
                points.Add((DeterministicMath.Log2(centre), 10 * DeterministicMath.Log10(sum / bins)));
            }
        }

        if (points.Count < 3)
        {
            return 0;
        }

        var (x, y) = (points.Average(p => p.Octave), points.Average(p => p.Db));
        return points.Sum(p => (p.Octave - x) * (p.Db - y)) / points.Sum(p => (p.Octave - x) * (p.Octave - x));
    }
}

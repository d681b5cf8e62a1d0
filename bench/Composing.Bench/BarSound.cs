using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>What bars of a recording sound like: chroma, brightness, balance of bands, loudness.</summary>
internal sealed class BarSound
{
    private const int Frame = 4096;
    private const int Hop = 4096;
    private const double LowestPitch = 60;
    private const double HighestPitch = 4000;

    private static readonly ImmutableArray<double> BandEdges = [20, 200, 1000, 5000, 20000];

    // Chroma, brightness and bands, loudness: three things that matter equally.
    private static readonly ImmutableArray<int> Groups = [12, BandEdges.Length, 1];

    private readonly AudioBuffer _audio;
    private readonly Fft _fft = new(Frame);
    private readonly float[] _real = new float[Frame];
    private readonly float[] _imaginary = new float[Frame];

    private BarSound(AudioBuffer audio)
    {
        _audio = audio;
    }

    /// <summary>Features of the bars between times, each scaled to one deviation over the song.</summary>
    /// <param name="audio">The recording.</param>
    /// <param name="times">Where bars start, and the last one's end, in seconds.</param>
    public static ImmutableArray<ImmutableArray<double>> Of(AudioBuffer audio, IReadOnlyList<double> times)
    {
        var sound = new BarSound(audio);
        var raw = times.Zip(times.Skip(1)).Select(bar => sound.Bar(bar.First, bar.Second)).ToList();
        var weights = Groups.SelectMany(size => Enumerable.Repeat(1 / Math.Sqrt(size), size)).ToList();
        var means = weights.Select((_, i) => raw.Average(bar => bar[i])).ToList();
        var spreads = weights.Select((_, i) => Math.Max(1e-9, Stat.Deviation([.. raw.Select(bar => bar[i])]))).ToList();
        return
        [
            .. raw.Select(bar => weights.Select((w, i) => w * (bar[i] - means[i]) / spreads[i]).ToImmutableArray()),
        ];
    }

    private double[] Bar(double from, double to)
    {
        var power = new double[Frame / 2];
        var last = Math.Min(_audio.Length, (int)(to * _audio.Rate)) - Frame;
        for (var at = (int)(from * _audio.Rate); at <= last; at += Hop)
        {
            Add(at, power);
        }

        var total = power.Sum() + 1e-12;
        var bands = BandEdges
            .Zip(BandEdges.Skip(1))
            .Select(band => Decibels(Between(power, band.First, band.Second) / total));
        var centroid = Math.Log2(power.Select((p, bin) => p * Hertz(bin)).Sum() / total + 20);
        return [.. Chroma(power), centroid, .. bands, Decibels(total / (to - from))];
    }

    private void Add(int at, double[] power)
    {
        for (var i = 0; i < Frame; i++)
        {
            var window = 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / Frame);
            _real[i] = (float)(window * (_audio.Left[at + i] + _audio.Right[at + i]));
            _imaginary[i] = 0;
        }

        _fft.Forward(_real, _imaginary);
        for (var bin = 1; bin < power.Length; bin++)
        {
            power[bin] += _real[bin] * _real[bin] + _imaginary[bin] * _imaginary[bin];
        }
    }

    private double[] Chroma(double[] power)
    {
        var chroma = new double[12];
        for (var bin = 1; bin < power.Length; bin++)
        {
            if (Hertz(bin) is > LowestPitch and < HighestPitch)
            {
                var key = (int)Math.Round(69 + 12 * Math.Log2(Hertz(bin) / 440));
                chroma[key % 12] += Math.Sqrt(power[bin]);
            }
        }

        var sum = chroma.Sum() + 1e-12;
        return [.. chroma.Select(value => value / sum)];
    }

    private double Between(double[] power, double low, double high) =>
        power.Where((_, bin) => Hertz(bin) >= low && Hertz(bin) < high).Sum();

    private double Hertz(int bin) => (double)bin * _audio.Rate / Frame;

    private static double Decibels(double power) => 10 * Math.Log10(power + 1e-9);
}

using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Effects;

public class ReverbTests
{
    public static TheoryData<ReverbKind> Kinds => [.. Enum.GetValues<ReverbKind>()];

    /// <summary>Oracle: backward integration of the impulse response (Schroeder 1965) in octave bands, from -5 to -35 dB.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Decay_is_as_stated_in_every_octave(ReverbKind kind)
    {
        var reverb = new Reverb(ReverbSettings.Of(kind));
        var (left, _) = Impulse(reverb, 4 * Signals.Rate);
        foreach (var centre in (double[])[250, 500, 1000, 2000, 4000, 8000])
        {
            var measured = DecaySeconds(left, centre);
            var stated = reverb.DecayAt(centre);
            Assert.True(
                Math.Abs(measured / stated - 1) < 0.1,
                $"{kind} at {centre} Hz: measured {measured:F2} s, stated {stated:F2} s"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Low_and_high_decay_are_those_of_the_settings(ReverbKind kind)
    {
        var settings = ReverbSettings.Of(kind);
        var reverb = new Reverb(settings);
        Assert.Equal(settings.DecaySeconds, reverb.DecayAt(100), 0.05 * settings.DecaySeconds);
        Assert.Equal(settings.HighDecaySeconds, reverb.DecayAt(21000), 0.05 * settings.HighDecaySeconds);
    }

    /// <summary>
    /// Normalised echo density (J. Abel and P. Huang 2006, "A simple, robust measure of reverberation echo density"): the share of samples beyond one
    /// standard deviation under a Hann window of 25 ms, beside that of Gaussian noise, here as a mean over 50 ms.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Echoes_are_dense_100_ms_after_the_first(ReverbKind kind)
    {
        var (left, right) = Impulse(new Reverb(ReverbSettings.Of(kind)), Signals.Rate);
        foreach (var side in (float[][])[left, right])
        {
            var first = Array.FindIndex(side, sample => Math.Abs(sample) > 1e-6);
            foreach (var from in (double[])[0.1, 0.15, 0.25, 0.35])
            {
                var density = Enumerable
                    .Range(0, 11)
                    .Average(i => EchoDensity(side, first + (int)((from + 0.005 * i) * Signals.Rate)));
                Assert.True(density >= 0.9, $"{kind} {from} s after the first: {density:F2}");
            }
        }
    }

    /// <summary>
    /// No single mode outlasts the others: half of the decay later, the spectrum's peaks stand over their third octave as those of noise do. Oracle:
    /// Gaussian-like noise under the same decay, measured the same way; one comb filter, which fails.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_mode_rings_on_alone(ReverbKind kind)
    {
        var settings = ReverbSettings.Of(kind);
        var start = (int)(0.5 * settings.DecaySeconds * Signals.Rate);
        var (left, right) = Impulse(new Reverb(settings), start + 32768);
        var noise = Signals.Noise(3, 1, start + 32768);
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] *= (float)Math.Pow(10, -3.0 * i / (settings.DecaySeconds * Signals.Rate));
        }

        var usual = Peakiness(noise.AsSpan(start));
        Assert.InRange(Peakiness(left.AsSpan(start)), 0, usual + 5);
        Assert.InRange(Peakiness(right.AsSpan(start)), 0, usual + 5);
        Assert.True(Peakiness(Comb(settings.DecaySeconds, start + 32768).AsSpan(start)) > usual + 5);
    }

    /// <summary>Magnitude-squared coherence of both sides by Welch's method, for noise in the middle.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sides_are_incoherent_above_500_Hz(ReverbKind kind)
    {
        var noise = Signals.Noise(7, 0.5, 20 * Signals.Rate);
        var (left, right) = (new float[noise.Length], new float[noise.Length]);
        new Reverb(ReverbSettings.Of(kind)).Process(noise, noise, left, right);
        Assert.InRange(Coherence(left, right, 500, 15000), 0, 0.3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_level_is_near_that_of_its_input(ReverbKind kind)
    {
        var noise = Signals.Noise(7, 0.5, 8 * Signals.Rate);
        var (left, right) = (new float[noise.Length], new float[noise.Length]);
        new Reverb(ReverbSettings.Of(kind)).Process(noise, noise, left, right);
        var level = Signals.Db(Signals.Rms(left.AsSpan(4 * Signals.Rate)) / Signals.Rms(noise));
        Assert.InRange(level, -9, 3);
        Assert.Equal(level, Signals.Db(Signals.Rms(right.AsSpan(4 * Signals.Rate)) / Signals.Rms(noise)), 1.0);
    }

    private static (float[] Left, float[] Right) Impulse(Reverb reverb, int frames)
    {
        var impulse = new float[frames];
        impulse[0] = 1;
        var (left, right) = (new float[frames], new float[frames]);
        reverb.Process(impulse, impulse, left, right);
        return (left, right);
    }

    private static double DecaySeconds(float[] response, double centre)
    {
        var band = response.ToArray();
        for (var i = 0; i < 3; i++)
        {
            new Biquad(BiquadCoefficients.BandPass(centre, 1.9, Signals.Rate)).Process(band);
        }

        var energy = new double[band.Length + 1];
        for (var i = band.Length - 1; i >= 0; i--)
        {
            energy[i] = energy[i + 1] + (double)band[i] * band[i];
        }

        var points = Enumerable
            .Range(0, band.Length)
            .Where(i => energy[i] > 0)
            .Select(i => (Second: (double)i / Signals.Rate, Db: 10 * Math.Log10(energy[i] / energy[0])))
            .Where(p => p.Db is < -5 and > -35)
            .ToList();
        var (meanX, meanY) = (points.Average(p => p.Second), points.Average(p => p.Db));
        var slope =
            points.Sum(p => (p.Second - meanX) * (p.Db - meanY))
            / points.Sum(p => (p.Second - meanX) * (p.Second - meanX));
        return -60 / slope;
    }

    private static double EchoDensity(float[] response, int middle)
    {
        const int Half = 551;
        var (sum, energy) = (0.0, 0.0);
        double Weight(int i) => 0.5 + 0.5 * Math.Cos(Math.PI * i / Half);
        for (var i = -Half; i <= Half; i++)
        {
            sum += Weight(i);
            energy += Weight(i) * response[middle + i] * response[middle + i];
        }

        var deviation = Math.Sqrt(energy / sum);
        var beyond = Enumerable
            .Range(-Half, 2 * Half + 1)
            .Where(i => Math.Abs(response[middle + i]) > deviation)
            .Sum(Weight);
        return beyond / sum / 0.3173;
    }

    /// <summary>The highest bin over the mean of its third octave, 300 Hz to 8 kHz, in decibels of power.</summary>
    private static double Peakiness(ReadOnlySpan<float> sound)
    {
        const int Size = 16384;
        var (re, im) = (Window(sound[..Size].ToArray(), 0, Size), new float[Size]);
        new Fft(Size).Forward(re, im);
        double Power(int k) => (double)re[k] * re[k] + (double)im[k] * im[k];
        var most = 0.0;
        for (var hertz = 300.0; hertz < 8000; hertz *= 1.26)
        {
            var bins = Enumerable
                .Range((int)(hertz * Size / Signals.Rate), (int)(0.26 * hertz * Size / Signals.Rate))
                .ToList();
            most = Math.Max(most, bins.Max(Power) / bins.Average(Power));
        }

        return 10 * Math.Log10(most);
    }

    private static float[] Comb(double decaySeconds, int frames)
    {
        const int Delay = 331;
        var comb = new float[frames];
        var gain = (float)Math.Pow(10, -3.0 * Delay / (decaySeconds * Signals.Rate));
        for (var i = 0; i < frames; i++)
        {
            comb[i] =
                i == 0 ? 1
                : i < Delay ? 0
                : gain * comb[i - Delay];
        }

        return comb;
    }

    private static double Coherence(float[] a, float[] b, double fromHz, double toHz)
    {
        const int Size = 2048;
        var fft = new Fft(Size);
        var (aa, bb, re, im) = (new double[Size], new double[Size], new double[Size], new double[Size]);
        for (var start = Signals.Rate; start + Size <= a.Length; start += Size / 2)
        {
            var (ar, ai) = (Window(a, start, Size), new float[Size]);
            var (br, bi) = (Window(b, start, Size), new float[Size]);
            fft.Forward(ar, ai);
            fft.Forward(br, bi);
            for (var k = 0; k < Size / 2; k++)
            {
                aa[k] += ar[k] * ar[k] + ai[k] * ai[k];
                bb[k] += br[k] * br[k] + bi[k] * bi[k];
                re[k] += ar[k] * br[k] + ai[k] * bi[k];
                im[k] += ai[k] * br[k] - ar[k] * bi[k];
            }
        }

        return Enumerable
            .Range((int)(fromHz * Size / Signals.Rate), (int)((toHz - fromHz) * Size / Signals.Rate))
            .Average(k => (re[k] * re[k] + im[k] * im[k]) / (aa[k] * bb[k]));
    }

    private static float[] Window(float[] from, int start, int size) =>
        [
            .. Enumerable
                .Range(0, size)
                .Select(i => (float)(from[start + i] * (0.5 - 0.5 * Math.Cos(2 * Math.PI * i / size)))),
        ];
}

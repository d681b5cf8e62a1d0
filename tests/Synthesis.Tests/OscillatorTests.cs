using Troubadour.Audio;

namespace Troubadour.Synthesis.Tests;

public class OscillatorTests
{
    private const double C7 = 2093.004522;

    private static readonly OscillatorSheet s_saw = Sheet(Wave.Saw);

    private static OscillatorSheet Sheet(Wave wave) =>
        new()
        {
            Wave = wave,
            Level = 0,
            Coarse = 0,
            Fine = 0,
            Tracking = 1,
            Unison = 1,
            Detune = 12,
            Spread = 0,
            Mix = 1,
            Width = 0.5,
            Phase = 0,
            Operators = [],
            Feedback = 0,
            Drawbars = [8, 8, 8, 8, 8, 8, 8, 8, 8],
            Ring = 4,
            Brightness = 0.5,
            Pick = 0.13,
            Density = 8,
            Pink = 0,
        };

    private static float[] Render(OscillatorSheet sheet, double key, int frames = Spectra.Size + 4096, int run = 32)
    {
        var oscillator = Oscillator.Make(sheet, SampleRate.House);
        oscillator.Start(key, 100, 7);
        var sound = new float[frames];
        var left = new float[Oscillator.Padded];
        var right = new float[sheet.Spread > 0 ? Oscillator.Padded : 0];
        for (var at = 0; at < frames; at += run)
        {
            Array.Clear(left);
            Array.Clear(right);
            var count = Math.Min(run, frames - at);
            oscillator.Add(new OscillatorControls(key, 0, 1), left, right, count);
            left.AsSpan(0, count).CopyTo(sound.AsSpan(at));
        }

        return sound;
    }

    public static TheoryData<string, string> Waves =>
        new()
        {
            { "saw", "Saw" },
            { "square", "Pulse" },
            { "narrow pulse", "Pulse" },
            { "triangle", "Triangle" },
            { "sine", "Sine" },
            { "organ", "Organ" },
            { "supersaw", "Saw" },
        };

    [Theory]
    [MemberData(nameof(Waves))]
    public void What_is_no_harmonic_of_C7_lies_60_dB_under_it_below_16_kHz(string name, string wave)
    {
        var sheet = Sheet(Enum.Parse<Wave>(wave)) with
        {
            Width = name == "narrow pulse" ? 0.13 : 0.5,
            Unison = name == "supersaw" ? 7 : 1,
            Spread = name == "supersaw" ? 0.5 : 0,
        };
        var spectrum = Spectra.Of(Render(sheet, 96).AsSpan(2048));
        var lowest = name == "organ" ? C7 / 2 : C7;
        var spread = name == "supersaw" ? C7 * (Math.Pow(2, 12.0 / 1200) - 1) : 0;
        Assert.InRange(Spectra.Aliases(spectrum, lowest, 16000, spread), -200, -60);
    }

    [Theory]
    [InlineData("Saw", 0.5)]
    [InlineData("Pulse", 0.5)]
    [InlineData("Pulse", 0.2)]
    [InlineData("Triangle", 0.5)]
    public void Harmonics_have_the_levels_of_the_Fourier_series(string wave, double width)
    {
        // Oracle: the series of the wave, relative to its first term.
        var sheet = Sheet(Enum.Parse<Wave>(wave)) with
        {
            Width = width,
        };
        var hertz = 1000 * SampleRate.House / (double)Spectra.Size;
        var key = 69 + 12 * Math.Log2(hertz / 440);
        var spectrum = Spectra.Of(Render(sheet, key).AsSpan(2048));
        for (var n = 1; n <= 10; n++)
        {
            var expected = wave switch
            {
                "Saw" => 1.0 / n,
                "Pulse" => Math.Abs(Math.Sin(Math.PI * n * width) / Math.Sin(Math.PI * width)) / n,
                _ => n % 2 == 1 ? 1.0 / (n * n) : 0,
            };
            Assert.Equal(expected, spectrum[1000 * n] / spectrum[1000], 0.012 * expected + 2e-4);
        }
    }

    [Fact]
    public void Runs_of_any_length_give_the_same_phase()
    {
        // Controls end at other frames, so only waves without moving controls are equal to the bit.
        foreach (var wave in new[] { Wave.Saw, Wave.Pulse, Wave.Triangle, Wave.Sine, Wave.Noise, Wave.Organ })
        {
            var sheet = Sheet(wave);
            var (a, b) = (Render(sheet, 50, 3000), Render(sheet, 50, 3000, 7));
            for (var i = 0; i < a.Length; i++)
            {
                Assert.Equal(a[i], b[i], 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(64)]
    [InlineData(88)]
    public void A_string_is_in_tune_and_falls_60_dB_in_its_time(double key)
    {
        var sheet = Sheet(Wave.String) with { Ring = 2, Brightness = 0.9 };
        var sound = Render(sheet, key, 120000);
        var hertz = 440 * Math.Pow(2, (key - 69) / 12);
        var spectrum = Spectra.Of(sound.AsSpan(3000));
        var perBin = (double)SampleRate.House / Spectra.Size;
        var k = (int)Math.Round(hertz / perBin);
        var middle = Array.IndexOf(spectrum, spectrum[(k - 4)..(k + 5)].Max());
        Assert.InRange(middle * perBin, hertz - perBin - hertz * 0.003, hertz + perBin + hertz * 0.003);

        // Oracle: the law of the patch file, two octaves down ring twice as long.
        var seconds = 2 * Math.Pow(2, (60 - key) / 24);
        var early = Level(sound, 2000);
        var late = Level(sound, 2000 + (int)(0.5 * seconds * SampleRate.House));
        Assert.InRange(20 * Math.Log10(late / early), -45, -20);

        static double Level(float[] sound, int at) => Math.Sqrt(sound.Skip(at).Take(2000).Sum(x => x * (double)x));
    }

    [Fact]
    public void Bells_of_frequency_modulation_do_not_fold_at_high_keys()
    {
        OperatorSheet One(double ratio, double level, int to) =>
            new()
            {
                Ratio = ratio,
                Level = level,
                To = to,
                Fine = 0,
                Attack = 0,
                Decay = 60,
                Sustain = 1,
                Velocity = 0,
                Shortening = 0,
            };
        var sheet = Sheet(Wave.Fm) with { Operators = [One(2, 9, 1), One(1, 1, -1)] };
        var spectrum = Spectra.Of(Render(sheet, 96).AsSpan(2048));
        Assert.InRange(Spectra.Aliases(spectrum, C7, 16000), -200, -60);
    }

    [Fact]
    public void White_noise_is_white_and_pink_noise_falls_3_dB_an_octave()
    {
        double Slope(double pink)
        {
            var sound = Render(Sheet(Wave.Noise) with { Pink = pink }, 60, 400000);
            var (low, high) = (0.0, 0.0);
            for (var at = 0; at + Spectra.Size < sound.Length; at += Spectra.Size)
            {
                var spectrum = Spectra.Of(sound.AsSpan(at));
                low += spectrum[200..400].Sum(x => x * x) / 200;
                high += spectrum[6400..12800].Sum(x => x * x) / 6400;
            }

            return 10 * Math.Log10(high / low) / 5;
        }

        Assert.InRange(Slope(0), -0.15, 0.15);
        Assert.InRange(Slope(1), -3.3, -2.7);
    }
}

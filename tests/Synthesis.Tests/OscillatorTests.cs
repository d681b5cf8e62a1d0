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
}

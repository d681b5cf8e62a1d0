using System.Globalization;
using Troubadour.Analysis;
using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>Two recordings of the same songs beside each other: octaves of the long-term spectrum, crest factor, width.</summary>
internal sealed class CompareBench(string before, string after)
{
    private static readonly double[] s_octaves = [63, 125, 250, 500, 1000, 2000, 4000, 8000];

    public async Task RunAsync()
    {
        var rows = new List<string>
        {
            "# Masters before and after",
            "",
            "Octaves of the long-term spectrum in dB against the whole; slope in dB an octave (100 Hz to 4 kHz); crest factor in dB; side against",
            "middle in dB, and the same below 120 Hz; correlation of left and right.",
            "",
            "| song | | 63 | 125 | 250 | 500 | 1k | 2k | 4k | 8k | slope | crest | LRA | side | side < 120 Hz | correlation |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        };
        foreach (var folder in Directory.EnumerateDirectories(before).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            var (old, now) = (Path.Combine(folder, "master.wav"), Path.Combine(after, name, "master.wav"));
            if (File.Exists(old) && File.Exists(now))
            {
                rows.Add(Row(name, "before", Wave.Read(old)));
                rows.Add(Row("", "after", Wave.Read(now)));
            }
        }

        await File.WriteAllLinesAsync("bench/results/masters-compared.md", rows);
        rows.ForEach(Console.WriteLine);
    }

    private static string Row(string name, string when, AudioBuffer sound)
    {
        var features = AudioFeatures.Of(sound);
        var whole = Power(sound.Left) + Power(sound.Right);
        var octaves = s_octaves.Select(hertz => Decibels(Octave(sound, hertz) / whole)).ToList();
        var low = Filtered(
            sound,
            BiquadCoefficients.LowPass(120, 0.541, sound.Rate),
            BiquadCoefficients.LowPass(120, 1.307, sound.Rate)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {when} | {string.Join(" | ", octaves.Select(db => db.ToString("F1", CultureInfo.InvariantCulture)))} | {features.SlopeDbPerOctave:F1} | {features.CrestFactorDb:F1} | {features.LoudnessRangeLu:F1} | {Side(sound):F1} | {Side(low):F1} | {features.CorrelationMean:F2} |"
        );
    }

    private static double Octave(AudioBuffer sound, double hertz)
    {
        var band = Filtered(
            sound,
            BiquadCoefficients.HighPass(hertz / Math.Sqrt(2), 0.541, sound.Rate),
            BiquadCoefficients.HighPass(hertz / Math.Sqrt(2), 1.307, sound.Rate),
            BiquadCoefficients.LowPass(hertz * Math.Sqrt(2), 0.541, sound.Rate),
            BiquadCoefficients.LowPass(hertz * Math.Sqrt(2), 1.307, sound.Rate)
        );
        return Power(band.Left) + Power(band.Right);
    }

    private static AudioBuffer Filtered(AudioBuffer sound, params BiquadCoefficients[] filters)
    {
        var result = new AudioBuffer(sound.Length, sound.Rate);
        sound.Left.CopyTo(result.Left, 0);
        sound.Right.CopyTo(result.Right, 0);
        new StereoBiquadChain(filters).Process(result.Left, result.Right);
        return result;
    }

    private static double Side(AudioBuffer sound)
    {
        var (middle, side) = (0.0, 1e-12);
        for (var i = 0; i < sound.Length; i++)
        {
            var (sum, difference) = (sound.Left[i] + sound.Right[i], sound.Left[i] - sound.Right[i]);
            middle += (double)sum * sum;
            side += (double)difference * difference;
        }

        return Decibels(side / middle);
    }

    private static double Power(float[] samples) => samples.Sum(x => (double)x * x);

    private static double Decibels(double ratio) => 10 * Math.Log10(ratio);
}

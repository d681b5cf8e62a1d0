using System.Globalization;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>
/// What interpolation adds to a rising tone: a linear sweep from 200 Hz to 20 kHz is the sample, played at several transpositions. In windows the tone itself,
/// whose phase is known, is fitted and taken away; the rest is error and aliases. Where the tone has passed half the rate everything is alias.
/// </summary>
internal static class SweepBench
{
    private const int Rate = Audio.SampleRate.House;
    private const int Points = 8 * Rate;
    private const double Height = 0.5;
    private const int RootKey = 60;
    private const int Window = 512;

    /// <summary>Appends a table.</summary>
    public static void Write(StringBuilder report)
    {
        report.Append(
            """

            ## Sweep

            Energy beside a tone that rises from 200 Hz to 20 kHz (of the sample), in dB under the tone's own energy over all windows; played slower or faster. A little detuned (31 cents), so that no step is whole.

            | semitones | tone up to, Hz | ours | fluidsynth, 4th order | 7th order | ours, tone below 5 kHz | 4th order | 7th order |
            | --- | --- | --- | --- | --- | --- | --- | --- |

            """
        );
        var bank = MakeBank();
        var path = Path.Combine(Path.GetTempPath(), "troubadour-sweep.sf2");
        File.WriteAllBytes(path, bank);
        using var loaded = SoundBank.Load(path);
        foreach (var semitones in (int[])[-12, -5, 0, 7, 12, 19, 24])
        {
            var step = Math.Pow(2, (semitones + 0.31) / 12);
            var frames = (int)(Points / step);
            var note = new TimedNote(0, (double)frames / Rate + 1, RootKey + semitones, 127);
            var track = new InstrumentTrack("sweep", 0, 0, [note], [new(0, 7, 127)]);
            var ours = new float[frames];
            var unused = new float[frames];
            new InstrumentPlayer(loaded, track).Read(ours, unused, unused, unused);
            var fourth = FluidSynth.Render(path, [track], frames).Left;
            var seventh = FluidSynth.Render(path, [track], frames, 7).Left;
            float[][] sounds = [ours, fourth, seventh];
            var all = sounds.Select(s => Beside(s, step, double.MaxValue)).ToArray();
            var low = sounds.Select(s => Beside(s, step, 5000)).ToArray();
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {semitones:+0;-0;0} | {Math.Min(20000 * step, Rate / 2.0):F0} | {all[0]:F1} | {all[1]:F1} | {all[2]:F1} | {low[0]:F1} | {low[1]:F1} | {low[2]:F1} |"
            );
        }

        File.Delete(path);
    }

    private static byte[] MakeBank()
    {
        var bank = new TinyBank();
        bank.AddSample(
            [.. Enumerable.Range(0, Points).Select(i => (short)Math.Round(32767 * Height * Math.Sin(Phase(i))))],
            null
        );
        bank.AddZone(0, (Generator.RootKey, RootKey), (Generator.FineTune, 31), (Generator.VolumeEnvelopeSustain, 0));
        return bank.Write();
    }

    private static double Phase(double point) =>
        2 * Math.PI * (200 * point + 0.5 * (20000.0 - 200) / Points * point * point) / Rate;

    private static double Hertz(double point) => 200 + (20000.0 - 200) / Points * point;

    /// <summary>Decibels of what is not the tone against the tone, over windows whose tone lies below a limit.</summary>
    private static double Beside(float[] sound, double step, double highest)
    {
        var start = Delay(sound, step);
        var level = Fit(sound, start + 4 * Window, 4 * Window * step, step).Tone;
        double rest = 0,
            tone = 0;
        for (var i = Window; i + Window < (Points / step) - 200 && start + i + Window < sound.Length; i += Window)
        {
            var hertz = Hertz((i + Window) * step) * step;
            if (hertz > highest)
            {
                break;
            }

            var fit = Fit(sound, start + i, i * step, step);
            var folds = hertz > Rate / 2.0;
            rest += folds ? fit.Tone + fit.Other : fit.Other;
            tone += folds ? level : fit.Tone;
        }

        return 10 * Math.Log10(rest / tone);
    }

    /// <summary>The frame at which the sample starts, by the best fit of an early window.</summary>
    private static int Delay(float[] sound, double step) =>
        Enumerable.Range(0, 256).MinBy(d => PhaseError(sound, d, step));

    private static double PhaseError(float[] sound, int delay, double step)
    {
        var late = Fit(sound, delay + 8 * Window, 8 * Window * step, step).Angle;
        var early = Fit(sound, delay + 2 * Window, 2 * Window * step, step).Angle;
        return Math.Abs(Math.IEEERemainder(late - early, 2 * Math.PI)) + 0.1 * Math.Abs(early);
    }

    /// <summary>The tone's energy and the rest of a window whose first frame plays this point.</summary>
    private static (double Tone, double Other, double Angle) Fit(float[] sound, int frame, double point, double step)
    {
        double ss = 0,
            sc = 0,
            cc = 0,
            xs = 0,
            xc = 0,
            total = 0;
        for (var i = 0; i < Window; i++)
        {
            var (s, c) = Math.SinCos(Phase(point + i * step));
            double x = sound[frame + i];
            (ss, sc, cc) = (ss + s * s, sc + s * c, cc + c * c);
            (xs, xc, total) = (xs + x * s, xc + x * c, total + x * x);
        }

        var determinant = ss * cc - sc * sc;
        var a = (xs * cc - xc * sc) / determinant;
        var b = (xc * ss - xs * sc) / determinant;
        var tone = a * xs + b * xc;
        return (tone, Math.Max(0, total - tone), Math.Atan2(b, a));
    }
}

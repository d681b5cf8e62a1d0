using System.Diagnostics;
using System.Globalization;
using Troubadour.Audio;

namespace Troubadour.Synthesis.Bench;

/// <summary>What the parts of voices cost, ns a frame.</summary>
internal static class Kernels
{
    private const int Runs = 20000;

    /// <summary>Prints a line for each part.</summary>
    public static void Measure()
    {
        var cutoffs = new CutoffTable(SampleRate.House);
        Oscillators();
        foreach (var kind in new[] { FilterKind.Low, FilterKind.Ladder })
        {
            foreach (var stereo in new[] { false, true })
            {
                var sheet = new FilterSheet
                {
                    Kind = kind,
                    Slope = 12,
                    Cutoff = 1000,
                    Resonance = 0.3,
                    Tracking = 0,
                    Velocity = 0,
                    Modulation = 1,
                    Drive = 0,
                };
                var filter = VoiceFilter.Make(sheet);
                filter.Start();
                var left = new float[Oscillator.Padded];
                var right = new float[stereo ? Oscillator.Padded : 0];
                Time(
                    $"{kind} {(stereo ? "stereo" : "mono")}",
                    i =>
                    {
                        left.AsSpan().Fill(0.3f);
                        right.AsSpan().Fill(0.2f);
                        filter.Process(cutoffs.At(40 + (i & 31)), 0.3, left, right, 32);
                    }
                );
            }
        }
    }

    private static void Oscillators()
    {
        var plain = SquareSheet.Of(0);
        OperatorSheet[] operators =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(i => new OperatorSheet
                {
                    Ratio = 1 + i,
                    Level = 1,
                    To = i < 3 ? 3 : -1,
                    Fine = 0,
                    Attack = 0,
                    Decay = 9,
                    Sustain = 1,
                    Velocity = 0,
                    Shortening = 0,
                }),
        ];
        var sheets = new (string Name, OscillatorSheet Sheet, bool Stereo)[]
        {
            ("saw", plain with { Wave = Wave.Saw }, false),
            ("pulse", plain, false),
            ("triangle", plain with { Wave = Wave.Triangle }, false),
            ("sine", plain with { Wave = Wave.Sine }, false),
            ("supersaw of 7, stereo", plain with { Wave = Wave.Saw, Unison = 7, Spread = 0.8 }, true),
            ("noise", plain with { Wave = Wave.Noise }, false),
            ("pink noise, stereo", plain with { Wave = Wave.Noise, Pink = 1, Spread = 0.8 }, true),
            ("fm of 4", plain with { Wave = Wave.Fm, Operators = operators }, false),
            ("fm of 4, feedback", plain with { Wave = Wave.Fm, Operators = operators, Feedback = 0.3 }, false),
            ("string", plain with { Wave = Wave.String, Brightness = 0.6, Ring = 4 }, false),
            ("organ", plain with { Wave = Wave.Organ, Drawbars = [8, 8, 8, 8, 8, 8, 8, 8, 8] }, false),
            ("crackle", plain with { Wave = Wave.Crackle, Density = 20 }, true),
        };
        foreach (var (name, sheet, stereo) in sheets)
        {
            var oscillator = Oscillator.Make(sheet, SampleRate.House);
            oscillator.Start(60, 90, 1);
            var left = new float[Oscillator.Padded];
            var right = new float[stereo ? Oscillator.Padded : 0];
            Time(name, _ => oscillator.Add(new OscillatorControls(60, 0, 1), left, right, 32));
        }
    }

    private static void Time(string name, Action<int> run)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < Runs; i++)
            {
                run(i);
            }

            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name, -24} {best * 1e9 / Runs / 32, 6:F2} ns")
        );
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering.Bench;

/// <summary>Nanoseconds a frame of each inner loop, on blocks of 64 frames.</summary>
internal static class Kernels
{
    private const int Rounds = 400_000;

    /// <summary>Prints one line for each.</summary>
    public static void Measure()
    {
        var data = new short[1 << 16];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (short)(i * 7919);
        }

        var kernel = InterpolationKernel.For(1);
        var frames = new float[80];
        var filtered = new float[72];
        var cents = 0;
        var buses = new VoiceBuses();
        var filter = new LowPassFilter();
        var table = new CutoffTable(44100);
        filter.Set(9000, 30, table);
        var step = new SampleStep((ulong)(0.87 * 4294967296.0), 0);
        Report("interpolate", () => Interpolator.Read(data, kernel, 0, step, frames, 64));
        var ramp = GainRamp.Between(Vector128.Create(0.1f, 0.1f, 0, 0), Vector128.Create(0.2f, 0.2f, 0, 0), 64);
        Report("interpolate and mix", () => GainMixer.AddSample(data, kernel, 0, step, 64, buses, 0, ramp, 0));
        Report(
            "filter",
            () =>
            {
                frames[2] = 1000;
                filter.Process(frames, filtered, 64);
            }
        );
        Report("filter set", () => filter.Set(9000 + (cents++ & 127), 30, table));
        Report("mix", () => GainMixer.Add(frames, 64, buses, 0, ramp));
    }

    private static void Report(string name, Action action)
    {
        for (var i = 0; i < Rounds / 10; i++)
        {
            action();
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Rounds; i++)
        {
            action();
        }

        var perFrame = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalNanoseconds / Rounds / 64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {perFrame:F3} ns a frame"));
    }
}

using System.Diagnostics;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>What separating costs.</summary>
internal static class Cost
{
    private const int Minutes = 10;

    /// <summary>CPU seconds a minute of sound, the best of three, and the megabytes at most held for a song of ten minutes.</summary>
    public static (double Seconds, double Megabytes) Measure(Separator separator)
    {
        var best = double.MaxValue;
        for (var turn = 0; turn < 3; turn++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            Run(separator);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        return (best / Minutes, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
    }

    // Noise bursts, made as they are needed.
    private static void Run(Separator separator)
    {
        var stream = separator.Open(new Nowhere());
        var block = new float[SampleRate.House];
        var state = 1u;
        for (var second = 0; second < Minutes * 60; second++)
        {
            for (var i = 0; i < block.Length; i++)
            {
                state = state * 1664525u + 1013904223u;
                block[i] = ((state >> 8) / 16777216f - 0.5f) * (i % 11025) / 11025;
            }

            stream.Push(block, block);
        }

        stream.Finish();
    }

    private sealed class Nowhere : IStemSink
    {
        public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right) { }
    }
}

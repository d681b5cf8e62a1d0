using System.Diagnostics;
using System.Runtime.InteropServices;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Runs the fluidsynth command line as the yardstick: reverb and chorus off, 44.1 kHz, raw floats to a file.</summary>
internal static unsafe partial class FluidSynth
{
    /// <summary>Its program.</summary>
    public const string Path = "/usr/bin/fluidsynth";

    /// <summary>The order of interpolation that it has unless told otherwise.</summary>
    public const int UsualOrder = 4;

    /// <summary>The options of every run, in words.</summary>
    public const string Options = "-ni -q -R 0 -C 0 -r 44100 -o synth.polyphony=2048 -O float -T raw";

    /// <summary>CPU seconds of one run.</summary>
    /// <param name="bank">Sound bank.</param>
    /// <param name="tracks">What to play.</param>
    /// <param name="order">Order of interpolation: 0, 1, 4 or 7.</param>
    public static double Seconds(string bank, IReadOnlyList<InstrumentTrack> tracks, int order)
    {
        var folder = Directory.CreateTempSubdirectory("fluidsynth");
        try
        {
            return Run(bank, tracks, order, 0.2, folder.FullName);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    /// <summary>What it plays at a gain of 1, as left and right, at least so many frames long.</summary>
    public static (float[] Left, float[] Right) Render(
        string bank,
        IReadOnlyList<InstrumentTrack> tracks,
        int frames,
        int order = UsualOrder
    )
    {
        var folder = Directory.CreateTempSubdirectory("fluidsynth");
        try
        {
            Run(bank, tracks, order, 1, folder.FullName);
            var bytes = File.ReadAllBytes(System.IO.Path.Combine(folder.FullName, "a.raw"));
            var sound = MemoryMarshal.Cast<byte, float>(bytes);
            var length = Math.Max(frames, sound.Length / 2);
            var (left, right) = (new float[length], new float[length]);
            for (var i = 0; i < sound.Length / 2; i++)
            {
                (left[i], right[i]) = (sound[2 * i], sound[2 * i + 1]);
            }

            return (left, right);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static double Run(string bank, IReadOnlyList<InstrumentTrack> tracks, int order, double gain, string folder)
    {
        var midi = System.IO.Path.Combine(folder, "a.mid");
        var commands = System.IO.Path.Combine(folder, "commands");
        var raw = System.IO.Path.Combine(folder, "a.raw");
        File.WriteAllBytes(midi, MidiFile.Write(tracks));
        File.WriteAllText(commands, $"interp {order}\n");
        var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] own = ["-g", gain.ToString("R", null), "-f", commands, "-F", raw, bank, midi];
        foreach (var argument in (string[])[.. Options.Split(' '), .. own])
        {
            start.ArgumentList.Add(argument);
        }

        var before = ChildrenSeconds();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ChildrenSeconds() - before;
    }

    /// <summary>CPU seconds of all children that have ended (a process that has ended can no longer be asked).</summary>
    private static double ChildrenSeconds()
    {
        const int Children = -1;
        var usage = stackalloc long[18];
        _ = GetUsage(Children, usage);
        return usage[0] + usage[2] + (usage[1] + usage[3]) * 1e-6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, long* usage);
}

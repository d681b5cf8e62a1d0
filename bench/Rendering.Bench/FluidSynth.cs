using System.Diagnostics;
using System.Runtime.InteropServices;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Runs the fluidsynth command line as the yardstick: effects off, its default fourth-order interpolation.</summary>
internal static unsafe partial class FluidSynth
{
    /// <summary>CPU seconds of one run, or null if it is not installed.</summary>
    public static double? Run(string bank, IReadOnlyList<InstrumentTrack> tracks, string wave)
    {
        var midi = Path.ChangeExtension(wave, ".mid");
        File.WriteAllBytes(midi, MidiFile.Write(tracks));
        var start = new ProcessStartInfo("fluidsynth") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in (string[])
                [
                    "-ni",
                    "-q",
                    "-R",
                    "0",
                    "-C",
                    "0",
                    "-g",
                    "0.2",
                    "-r",
                    "44100",
                    "-o",
                    "synth.polyphony=2048",
                    "-F",
                    wave,
                    bank,
                    midi,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var before = ChildrenSeconds();
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return ChildrenSeconds() - before;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
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

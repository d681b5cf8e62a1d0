using System.Diagnostics;

namespace Troubadour.Engine.Bench;

/// <summary>The tools that people join today: fluidsynth renders a MIDI file, LAME (by way of ffmpeg) encodes it.</summary>
internal static class Peer
{
    /// <summary>Wall and CPU seconds of both together.</summary>
    public static (double Wall, double Cpu) Run(string bank, string midi, string folder)
    {
        var (wav, mp3) = (Path.Combine(folder, "peer.wav"), Path.Combine(folder, "peer.mp3"));
        var play = Run("fluidsynth", "-ni", "-q", "-r", "44100", "-F", wav, bank, midi);
        var encode = Run("ffmpeg", "-v", "error", "-nostdin", "-y", "-i", wav, "-b:a", "192k", mp3);
        return (play.Wall + encode.Wall, play.Cpu + encode.Cpu);
    }

    private static (double Wall, double Cpu) Run(string program, params string[] arguments)
    {
        // The shell's own clock: a process that has ended cannot be asked any more.
        var start = new ProcessStartInfo(
            "bash",
            ["-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1", "-", program, .. arguments]
        )
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var figures = process
            .StandardError.ReadToEnd()
            .Trim()
            .Split(' ')
            .Select(figure => double.Parse(figure, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (figures[0], figures[1] + figures[2])
            : throw new InvalidOperationException($"{program} failed.");
    }
}

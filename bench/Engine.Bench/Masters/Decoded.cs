using System.Diagnostics;

namespace Troubadour.Engine.Bench;

/// <summary>An MP3 as a player hears it.</summary>
internal static class Decoded
{
    /// <summary>Writes the MP3 beside itself as a WAV of floats, so that what passes full scale can be seen.</summary>
    public static string Of(string mp3)
    {
        var wav = Path.ChangeExtension(mp3, ".decoded.wav");
        using var process = Process.Start(
            new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", "-i", mp3, "-c:a", "pcm_f32le", wav])
        )!;
        process.WaitForExit();
        return process.ExitCode == 0 ? wav : throw new InvalidOperationException($"ffmpeg cannot read {mp3}.");
    }
}

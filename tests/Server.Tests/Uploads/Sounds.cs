using System.Diagnostics;

namespace Troubadour.Server.Tests.Uploads;

/// <summary>Real files of sound, made with ffmpeg.</summary>
internal static class Sounds
{
    /// <summary>Runs ffmpeg in a folder of its own; returns the file that it wrote.</summary>
    public static byte[] Make(string name, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("troubadour-sounds-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", .. arguments, file])
            {
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
            return File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A tone of 440 Hz.</summary>
    public static byte[] Tone(string name, double seconds, params string[] options) =>
        Make(
            name,
            [
                "-f",
                "lavfi",
                "-i",
                FormattableString.Invariant($"sine=frequency=440:sample_rate=48000:duration={seconds}"),
                .. options,
            ]
        );
}

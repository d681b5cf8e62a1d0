using System.Diagnostics;

namespace Troubadour.Audio.Tests;

/// <summary>The ffmpeg program as an oracle, where it is installed.</summary>
internal static class Ffmpeg
{
    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")));

    public static (string Error, byte[] Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostdin", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (error.Result, output.ToArray());
    }
}

/// <summary>A fact that is skipped where ffmpeg is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute()
    {
        if (!Ffmpeg.IsInstalled)
        {
            Skip = "ffmpeg is not installed.";
        }
    }
}

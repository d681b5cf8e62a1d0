using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Troubadour.Engine.Bench;

/// <summary>Asks ffmpeg what a file measures.</summary>
internal static partial class Ebur128
{
    public static (double Lufs, double Range, double Peak) Measure(string path)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "ffmpeg",
                ["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        var text = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var summary = text[text.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        double Figure(string pattern) =>
            double.Parse(Regex.Match(summary, pattern).Groups[1].Value, CultureInfo.InvariantCulture);
        return (Figure(@"I:\s+(-?[\d.]+)"), Figure(@"LRA:\s+(-?[\d.]+)"), Figure(@"Peak:\s+(-?[\d.]+)"));
    }
}

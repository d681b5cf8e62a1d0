using System.Diagnostics;

namespace Troubadour.Singing.Measures;

/// <summary>Runs the programs that listen.</summary>
public static class Tool
{
    /// <summary>True when the program lies in Debian's folder for programs.</summary>
    public static bool Exists(string program) => File.Exists(Path.Combine("/usr/bin", program));

    /// <summary>Runs a program to its end and gives its output.</summary>
    /// <param name="program">A name in the path.</param>
    /// <param name="arguments">One by one, unquoted.</param>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} failed: {error.Result}");
    }
}

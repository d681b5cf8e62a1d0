using System.ComponentModel;
using System.Diagnostics;

namespace Troubadour.Alignment;

/// <summary>
/// Runs the recogniser once. Its environment is empty but for the path to programs, its input is closed, what it says is thrown away,
/// and it is killed on every way out.
/// </summary>
internal static class RecogniserProcess
{
    private const int BlockLength = 4096;

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">See <see cref="RecogniserCommand"/>.</param>
    /// <param name="folder">Where it stands.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>Whether it ended well; false also where it is not installed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static bool Run(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var process = Process.Start(Start(arguments, folder))!;
            try
            {
                using var killer = cancellation.Register(() => process.Kill(entireProcessTree: true));
                process.StandardInput.Close();
                var talk = Task.WhenAll(Drain(process.StandardOutput), Drain(process.StandardError));
                process.WaitForExit();
                talk.GetAwaiter().GetResult();
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static ProcessStartInfo Start(IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(RecogniserCommand.Program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task Drain(StreamReader reader)
    {
        var block = new char[BlockLength];
        try
        {
            while (await reader.ReadAsync(block) > 0)
            {
                // Nobody reads what it says.
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It was killed while it spoke.
        }
    }
}

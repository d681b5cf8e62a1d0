using System.Diagnostics;

namespace Troubadour.Peers;

/// <summary>Runs the project's own scripts.</summary>
public static class Script
{
    /// <summary>The folder that the project lies in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a script of the folder "eng" to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task RunAsync(string name, params string[] arguments)
    {
        // Into a file: a server that a script leaves running would hold a pipe open for ever.
        var said = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/bash");
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("said=$1; shift; exec \"$@\" >\"$said\" 2>&1 </dev/null");
            start.ArgumentList.Add("bash");
            start.ArgumentList.Add(said);
            start.ArgumentList.Add(Path.Combine(Root, "eng", name));
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"{name} {string.Join(' ', arguments)}: {await File.ReadAllTextAsync(said)}"
                );
            }
        }
        finally
        {
            File.Delete(said);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Troubadour.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("There is no Troubadour.slnx above the program.");
        }

        return folder.FullName;
    }
}

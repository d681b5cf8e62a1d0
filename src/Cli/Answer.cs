using System.CommandLine;
using System.Data.Common;
using Troubadour.Moving;
using Troubadour.Moving.Files;
using Troubadour.Server.Settings;

namespace Troubadour.Cli;

/// <summary>How commands beside the server answer: 0 for done, 1 for what was found wrong, 2 for what cannot be done.</summary>
internal static class Answer
{
    /// <summary>Something is wrong with what was looked at.</summary>
    public const int Wrong = 1;

    private const int Refused = 2;

    /// <summary>Works; what cannot be done is told in a sentence.</summary>
    public static async Task<int> ToAsync(ParseResult parsed, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e)
            when (e is SettingsException or MovingException or DbException or IOException or UnauthorizedAccessException
            )
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    /// <summary>Tells a table's lines in columns.</summary>
    public static async Task TellAsync(TextWriter writer, IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length)).ToList();
        foreach (var line in lines)
        {
            // Names to the left, numbers to the right.
            var cells = line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            await writer.WriteLineAsync(string.Join("  ", cells));
        }
    }

    /// <summary>Tells what is wrong with files, a line each.</summary>
    public static async Task TellAsync(TextWriter writer, IEnumerable<FileFault> faults)
    {
        foreach (var fault in faults)
        {
            await writer.WriteLineAsync($"file {fault.File.Key} {fault.Problem}");
        }
    }
}

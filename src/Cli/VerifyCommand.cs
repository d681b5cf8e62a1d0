using System.CommandLine;
using System.Globalization;
using Troubadour.Moving;

namespace Troubadour.Cli;

/// <summary>"troubadour verify": do the books balance, and is every file there?</summary>
public static class VerifyCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data directory." };

    private static readonly Option<bool> Deep = new("--deep")
    {
        Description = "Read every file and compare its SHA-256; else its length is enough.",
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "Check that the books balance and that every file is there.")
        {
            Deep,
            Data,
        };
        command.SetAction((parsed, cancellation) => Answer.ToAsync(parsed, () => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = CommandSettings.Read(parsed.GetValue(Data));
        await using var database = Books.OpenExisting(settings);
        var verification = new BookVerification(database, Files.Open(settings).Store, parsed.GetValue(Deep));
        var report = await verification.RunAsync(cancellation);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await Answer.TellAsync(
            output,
            [
                ["table", "rows"],
                .. report.Tables.Select(table =>
                    (string[])[table.Table, table.Rows.ToString(CultureInfo.InvariantCulture)]
                ),
            ]
        );
        await output.WriteLineAsync($"files: {report.Files.Good} are there, {report.Files.Bytes} bytes");
        foreach (var fault in report.Faults)
        {
            await error.WriteLineAsync(fault);
        }

        await output.WriteLineAsync(
            report.Faults.Count == 0 ? "Everything is right." : $"{report.Faults.Count} things are wrong."
        );
        return report.Faults.Count == 0 ? 0 : Answer.Wrong;
    }
}

using System.CommandLine;
using Troubadour.Moving.Backups;
using Troubadour.Server.Settings;

namespace Troubadour.Cli;

/// <summary>"troubadour backup": copies SQLite books and their files while a server uses them.</summary>
public static class BackupCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data directory." };

    private static readonly Argument<string> Target = new("target")
    {
        Description = "The backup's folder; taken again into it, only new files are copied.",
    };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("backup", "Copy books and files, beside a running server too.") { Target, Data };
        command.SetAction((parsed, cancellation) => Answer.ToAsync(parsed, () => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = CommandSettings.Read(parsed.GetValue(Data));
        if (settings.IsPostgres)
        {
            throw new SettingsException(
                "The books are in PostgreSQL: back them up with pg_dump, and the files after them; docs/backup.md says how."
            );
        }

        Books.Expect(settings.DataDirectory);
        var backup = new Backup(
            settings.DataDirectory,
            Files.Open(settings).Store,
            parsed.GetValue(Target)!,
            TimeProvider.System
        );
        var (manifest, files) = await backup.RunAsync(cancellation);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(
            $"books: {manifest.Tables.Sum(table => table.Rows)} rows, {manifest.DatabaseBytes} bytes"
        );
        await output.WriteLineAsync(
            $"files: {files.Copied} copied, {files.Good} in all, {files.Bytes} bytes, {files.Faults.Count} wrong"
        );
        await Answer.TellAsync(parsed.InvocationConfiguration.Error, files.Faults);
        return files.Faults.Count == 0 ? 0 : Answer.Wrong;
    }
}

using System.CommandLine;
using Troubadour.Moving.Backups;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>"troubadour restore": puts a backup into an empty data directory.</summary>
public static class RestoreCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The data directory: an empty one, or one that is not there yet.",
        Required = true,
    };

    private static readonly Argument<string> Source = new("source") { Description = "The backup's folder." };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("restore", "Put a backup into an empty data directory.") { Source, Data };
        command.SetAction((parsed, cancellation) => Answer.ToAsync(parsed, () => RunAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = CommandSettings.Read(parsed.GetValue(Data));
        if (settings.IsPostgres)
        {
            throw new SettingsException(
                "The settings name PostgreSQL: books come back there with pg_restore; docs/backup.md says how."
            );
        }

        var source = parsed.GetValue(Source)!;
        await Restore.PrepareAsync(source, settings.DataDirectory, cancellation);
        using var folder = DataFolder.Open(settings.DataDirectory);
        var restore = new Restore(source, folder.Root, Files.Open(settings).Store);
        var (manifest, files) = await restore.RunAsync(cancellation);
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync($"books: {manifest.Tables.Sum(table => table.Rows)} rows of {manifest.TakenAt:u}");
        await output.WriteLineAsync(
            $"files: {files.Copied} copied, {files.Good} in all, {files.Bytes} bytes, {files.Faults.Count} wrong"
        );
        await Answer.TellAsync(parsed.InvocationConfiguration.Error, files.Faults);
        return files.Faults.Count == 0 ? 0 : Answer.Wrong;
    }
}

using System.CommandLine;
using System.Globalization;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Moving;
using Troubadour.Moving.Files;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>"troubadour migrate": moves from one machine's SQLite to PostgreSQL, and the files where the settings name another place.</summary>
public static class MigrateCommand
{
    private static readonly Option<string> From = Place("--from", "What the books are in now: sqlite.");
    private static readonly Option<string> To = Place("--to", "What they go into: postgres.");
    private static readonly Option<string?> Data = new("--data") { Description = "The data directory." };
    private static readonly Option<string?> Songs = new("--songs")
    {
        Description = "The folder that the files are in now; without it, songs in the data directory.",
    };
    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = "How to connect to PostgreSQL; without it, Troubadour:Database:Connection.",
    };
    private static readonly Option<bool> WithFiles = new("--files") { Description = "Move the files too (usual)." };
    private static readonly Option<bool> WithoutFiles = new("--no-files") { Description = "Leave the files alone." };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("migrate", "Move the books from SQLite to an empty PostgreSQL database.")
        {
            From,
            To,
            Data,
            Songs,
            Connection,
            WithFiles,
            WithoutFiles,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(WithFiles) && result.GetValue(WithoutFiles))
            {
                result.AddError("--files and --no-files exclude each other.");
            }
        });
        command.SetAction((parsed, cancellation) => Answer.ToAsync(parsed, () => RunAsync(parsed, cancellation)));
        return command;
    }

    private static Option<string> Place(string name, string description) =>
        new(name) { Description = description, Required = true };

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if ((parsed.GetValue(From), parsed.GetValue(To)) is not ("sqlite", "postgres"))
        {
            throw new SettingsException("Books move from sqlite to postgres only; there is no way back.");
        }

        var settings = CommandSettings.Read(parsed.GetValue(Data));
        var connection = Books.Connection(parsed.GetValue(Connection) ?? settings.Database.Connection);
        Books.Expect(settings.DataDirectory);
        using var folder = DataFolder.Open(settings.DataDirectory);
        var output = parsed.InvocationConfiguration.Output;
        var move = new BookMove(folder.Database, connection, TimeProvider.System);
        var released = await move.PrepareAsync(cancellation);
        await output.WriteLineAsync($"open tasks: {released} were being made and are queued again, here and there");
        var faults = parsed.GetValue(WithoutFiles) ? 0 : await MoveFilesAsync(parsed, settings, folder, cancellation);
        await TellAsync(output, await move.CopyAsync(Secret(folder), cancellation));
        return faults == 0 ? 0 : Answer.Wrong;
    }

    private static async Task<int> MoveFilesAsync(
        ParseResult parsed,
        CommandSettings settings,
        DataFolder folder,
        CancellationToken cancellation
    )
    {
        var source = Files.OpenFolder(parsed.GetValue(Songs) ?? Files.Usual(settings));
        var target = Files.Open(settings);
        var isSame = source.Name == target.Name;
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(
            isSame ? $"files: they stay in {source.Name}" : $"files: from {source.Name} to {target.Name}"
        );
        await using var database = new SqliteBookDatabase(folder.Database);
        var named = new NamedFiles(database).ReadAsync(cancellation);
        var report = isSame
            ? await new FileCheck(target.Store, isDeep: false).RunAsync(named, cancellation)
            : await new FileCopy(source.Store, target.Store, folder.Work).RunAsync(named, cancellation);
        await output.WriteLineAsync(
            $"files: {report.Copied} copied, {report.Good} in all, {report.Bytes} bytes, {report.Faults.Count} wrong"
        );
        await Answer.TellAsync(parsed.InvocationConfiguration.Error, report.Faults);
        return report.Faults.Count;
    }

    private static string? Secret(DataFolder folder)
    {
        var path = Path.Combine(folder.Root, BookMove.WebhookSecret);
        return File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } secret ? secret : null;
    }

    private static async Task TellAsync(TextWriter output, MovedBooks moved)
    {
        await Answer.TellAsync(
            output,
            [
                ["table", "rows", "checksum", ""],
                .. moved.Tables.Select(table =>
                    (string[])[table.Table, table.Rows.ToString(CultureInfo.InvariantCulture), table.Sha256[..12], "ok"]
                ),
            ]
        );
        if (moved.HasSettledSecret)
        {
            await output.WriteLineAsync("The secret that signs webhooks is in house_values now, as one row more.");
        }

        if (moved.Replaced > 0)
        {
            await output.WriteLineAsync($"{moved.Replaced} texts held U+0000, which is U+FFFD now.");
        }

        await output.WriteLineAsync(
            "Moved. Start servers on PostgreSQL from now on, and none on the SQLite books again."
        );
    }
}

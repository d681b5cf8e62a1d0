using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Server.Working;

namespace Troubadour.Cli.Tests;

/// <summary>"troubadour migrate" as an operator runs it, and commands on PostgreSQL afterwards.</summary>
public sealed class MigrateCommandTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly string[] Usual = ["migrate", "--from", "sqlite", "--to", "postgres", "--data"];

    [Fact]
    public async Task Books_and_files_are_moved_once_and_go_on_in_postgresql()
    {
        using var shop = await SmallShop.OpenAsync();
        var files = Directory.CreateTempSubdirectory("troubadour-files-").FullName;
        var settings = await PostgresAsync();
        settings["Blobs__Folder"] = files;
        var (code, output, error) = await TroubadourProcess.RunAsync(settings, [.. Usual, shop.Folder]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("open tasks: 1 were being made", output, StringComparison.Ordinal);
        Assert.Contains("1 copied, 1 in all, 4 bytes, 0 wrong", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^tasks +2 +[0-9a-f]{12}  ok$", output);
        Assert.DoesNotContain("abc", output, StringComparison.Ordinal);

        (code, output, error) = await TroubadourProcess.RunAsync(settings, "verify", "--deep");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("files: 1 are there, 4 bytes", output, StringComparison.Ordinal);
        await using var database = new PostgresBookDatabase(settings["Database__Connection"]);
        var house = new HouseBook(database, TimeProvider.System);
        Assert.Equal("abc", await house.SettleAsync("webhook-secret", "other"));
        Assert.Contains(
            shop.Key.Id,
            (await TroubadourProcess.RunAsync(settings, "keys", "list")).Output,
            StringComparison.Ordinal
        );

        (code, _, error) = await TroubadourProcess.RunAsync(settings, [.. Usual, shop.Folder]);
        Assert.Equal((2, true), (code, error.Contains("not empty", StringComparison.Ordinal)));
        Directory.Delete(files, recursive: true);
    }

    [Fact]
    public async Task A_missing_file_is_told_and_the_books_are_moved()
    {
        using var shop = await SmallShop.OpenAsync();
        File.Delete(shop.Song);
        var settings = await PostgresAsync();
        var (code, output, error) = await TroubadourProcess.RunAsync(settings, [.. Usual, shop.Folder]);
        Assert.Equal(1, code);
        Assert.Matches("^file [^ ]+/song.wav is missing\n$", error);
        Assert.Contains("Moved.", output, StringComparison.Ordinal);
        (code, _, error) = await TroubadourProcess.RunAsync(settings, "verify", "--data", shop.Folder);
        Assert.Equal(1, code);
        Assert.Matches("^file [^ ]+/song.wav is missing\n$", error);
    }

    [Fact]
    public async Task Files_are_left_alone_when_asked()
    {
        using var shop = await SmallShop.OpenAsync();
        File.Delete(shop.Song);
        var (code, output, error) = await TroubadourProcess.RunAsync(
            await PostgresAsync(),
            [.. Usual, shop.Folder, "--no-files"]
        );
        Assert.Equal((0, ""), (code, error));
        Assert.DoesNotContain("files", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_a_server_has_is_refused()
    {
        using var shop = await SmallShop.OpenAsync();
        using var folder = DataFolder.Open(shop.Folder);
        var (code, _, error) = await TroubadourProcess.RunAsync(await PostgresAsync(), [.. Usual, shop.Folder]);
        Assert.Equal((2, true), (code, error.Contains("in use", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("there is no way back", "", "--from", "postgres", "--to", "sqlite")]
    [InlineData("Troubadour:Database:Connection", "", "--from", "sqlite", "--to", "postgres")]
    [InlineData("cannot be read", "Host=x;Pasword=hidden", "--from", "sqlite", "--to", "postgres")]
    [InlineData("no books", "Host=127.0.0.1", "--from", "sqlite", "--to", "postgres")]
    [InlineData(
        "exclude each other",
        "Host=127.0.0.1",
        "--from",
        "sqlite",
        "--to",
        "postgres",
        "--files",
        "--no-files"
    )]
    public async Task What_cannot_be_moved_is_told_in_a_sentence(
        string sentence,
        string connection,
        params string[] options
    )
    {
        var folder = Directory.CreateTempSubdirectory("troubadour-empty-").FullName;
        var settings = new Dictionary<string, string> { ["Database__Connection"] = connection };
        var (code, _, error) = await TroubadourProcess.RunAsync(settings, ["migrate", .. options, "--data", folder]);
        Assert.NotEqual(0, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task Keys_are_made_in_postgresql_where_the_settings_say_so()
    {
        var settings = await PostgresAsync();
        var (code, output, error) = await TroubadourProcess.RunAsync(
            settings,
            "keys",
            "create",
            "mine",
            "--credits",
            "5"
        );
        Assert.Equal((0, ""), (code, error));
        var secret = output.Split('\n').Single(line => line.StartsWith("key:", StringComparison.Ordinal))[4..].Trim();
        await using var database = new PostgresBookDatabase(settings["Database__Connection"]);
        Assert.NotNull(await new KeyBook(database, TimeProvider.System).FindAsync(secret));

        settings["Database__Connection"] = "Host=127.0.0.1;Port=1;Username=x;Password=hidden";
        (code, _, error) = await TroubadourProcess.RunAsync(settings, "keys", "list");
        Assert.Equal(2, code);
        Assert.DoesNotContain("hidden", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Books_in_postgresql_are_for_its_own_tools_to_back_up()
    {
        var settings = await PostgresAsync();
        var folder = Path.Combine(Path.GetTempPath(), "troubadour-never-made");
        var (code, _, error) = await TroubadourProcess.RunAsync(settings, "backup", folder);
        Assert.Equal((2, true), (code, error.Contains("pg_dump", StringComparison.Ordinal)));
        (code, _, error) = await TroubadourProcess.RunAsync(settings, "restore", folder, "--data", folder);
        Assert.Equal((2, true), (code, error.Contains("pg_restore", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(folder));
    }

    private async Task<Dictionary<string, string>> PostgresAsync() =>
        new()
        {
            ["Database__Provider"] = "postgres",
            ["Database__Connection"] = await server.Peer.CreateDatabaseAsync(),
        };
}

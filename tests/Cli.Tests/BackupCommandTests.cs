using Troubadour.Server.Working;

namespace Troubadour.Cli.Tests;

/// <summary>"troubadour backup", "restore" and "verify" as an operator runs them.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-backup-").FullName;

    private string Target => Path.Combine(_folder, "backup");

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_beside_a_server_comes_back_and_is_right()
    {
        using var shop = await SmallShop.OpenAsync();
        using (DataFolder.Open(shop.Folder))
        {
            var (backup, told, _) = await RunAsync("backup", Target, "--data", shop.Folder);
            Assert.Equal(0, backup);
            Assert.Contains("files: 1 copied, 1 in all, 4 bytes, 0 wrong", told, StringComparison.Ordinal);
            Assert.Equal(0, (await RunAsync("verify", "--data", shop.Folder)).Code);
        }

        Assert.Equal(0, (await RunAsync("restore", Target, "--data", Data)).Code);
        var (code, output, error) = await RunAsync("verify", "--deep", "--data", Data);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Everything is right.", output, StringComparison.Ordinal);
        (code, _, error) = await RunAsync("restore", Target, "--data", Data);
        Assert.Equal((2, true), (code, error.Contains("not empty", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_wrong_is_told_a_line_each()
    {
        using var shop = await SmallShop.OpenAsync();
        await File.WriteAllTextAsync(shop.Song, "cut");
        foreach (
            var arguments in (string[][])
                [
                    ["verify"],
                    ["backup", Target],
                ]
        )
        {
            var (code, _, error) = await RunAsync([.. arguments, "--data", shop.Folder]);
            Assert.Equal(1, code);
            Assert.Matches("^file [^ ]+/song.wav has 3 bytes instead of 4\n$", error);
        }
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "to")]
    [InlineData("restore", "from")]
    public async Task Where_there_is_nothing_a_sentence_says_so(params string[] arguments)
    {
        var (code, _, error) = await RunAsync([.. arguments, "--data", Data]);
        Assert.Equal(2, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_folder_in_use_is_not_emptied_by_restoring()
    {
        using var shop = await SmallShop.OpenAsync();
        await RunAsync("backup", Target, "--data", shop.Folder);
        var mine = Directory.CreateDirectory(Path.Combine(Data, "work")).FullName;
        await File.WriteAllTextAsync(Path.Combine(mine, "mine"), "");
        Assert.Equal(2, (await RunAsync("restore", Target, "--data", Data)).Code);
        Assert.True(File.Exists(Path.Combine(mine, "mine")));
        Assert.Single(Directory.EnumerateFileSystemEntries(Data));
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        TroubadourProcess.RunAsync(Nothing, arguments);
}

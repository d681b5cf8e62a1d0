using System.CommandLine;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Cli;
using Troubadour.Server.Working;

namespace Troubadour.Cli.Tests;

/// <summary>"troubadour keys" through its command line.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_key_that_is_made_works_and_is_listed_without_its_text()
    {
        var (code, output, _) = await RunAsync("create", "studio", "--credits", "50", "--extra", "5");
        Assert.Equal(0, code);
        var (id, secret) = (Value(output, "id:"), Value(output, "key:"));
        await using var database = Open();
        var keys = new KeyBook(database, TimeProvider.System);
        var caller = await keys.FindAsync(secret);
        Assert.Equal(id, caller!.KeyId);
        Assert.Equal(new CreditBalance(50, 5), await keys.BalanceAsync(caller.AccountId));

        var (_, list, _) = await RunAsync("list");
        Assert.Contains($"{id}\tstudio\t{secret[..8]}…\t50\t5\t", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_topped_up_and_revoked()
    {
        var (_, output, _) = await RunAsync("create");
        var (id, secret) = (Value(output, "id:"), Value(output, "key:"));
        Assert.Equal(0, (await RunAsync("top-up", id, "--credits", "7", "--extra", "3")).Code);
        await using var database = Open();
        var keys = new KeyBook(database, TimeProvider.System);
        var caller = await keys.FindAsync(secret);
        Assert.Equal(new CreditBalance(7, 3), await keys.BalanceAsync(caller!.AccountId));

        Assert.Equal(0, (await RunAsync("revoke", id)).Code);
        Assert.Null(await keys.FindAsync(secret));
        Assert.Contains("revoked", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
    }

    [Theory]
    [InlineData("revoke", "no-such-id")]
    [InlineData("top-up", "no-such-id", "--credits", "1")]
    [InlineData("create", "x", "--credits", "-1")]
    [InlineData("create", "x", "--credits", "many")]
    [InlineData("forge")]
    public async Task What_cannot_be_done_is_told_with_a_code(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);
        Assert.NotEqual(0, code);
        Assert.False(string.IsNullOrWhiteSpace(error));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_made_while_a_server_has_the_data()
    {
        using var server = DataFolder.Open(_folder);
        Assert.Equal(0, (await RunAsync("create", "beside")).Code);
    }

    private static string Value(string output, string name) =>
        output.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

    private SqliteBookDatabase Open() => new(DataFolder.DatabaseIn(_folder));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, Error = error };
        string[] data = args is ["forge"] ? [] : ["--data", _folder];
        var root = new RootCommand { KeysCommand.Create() };
        var code = await root.Parse(["keys", .. args, .. data]).InvokeAsync(configuration);
        return (code, output.ToString(), error.ToString());
    }
}

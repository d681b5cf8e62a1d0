using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Moving.Tests;

/// <summary>What is wrong with books and files is found.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private Shop _shop = null!;

    public async Task InitializeAsync() => _shop = await Shop.OpenAsync(finished: 5, failed: 1, cancelled: 1, open: 2);

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task Books_that_balance_and_files_that_are_there_are_right()
    {
        var report = await VerifyAsync(isDeep: true);
        Assert.Empty(report.Faults);
        Assert.Equal(8, report.Files.Good);
        Assert.Equal(10, report.Tables.Single(table => table.Table == "tasks").Rows);
    }

    [Fact]
    public async Task A_damaged_file_of_the_right_length_is_found_by_reading_it()
    {
        var song = (await _shop.SongsAsync())[2];
        await using (var file = File.OpenWrite(_shop.PathOf(song, "wav")))
        {
            file.WriteByte((byte)'#');
        }

        Assert.Empty((await VerifyAsync(isDeep: false)).Faults);
        Assert.Equal([$"file {song}/1/song.wav is damaged"], (await VerifyAsync(isDeep: true)).Faults);
    }

    [Fact]
    public async Task Missing_and_shortened_files_are_found()
    {
        var songs = await _shop.SongsAsync();
        File.Delete(_shop.PathOf(songs[0], "mp3"));
        await File.WriteAllTextAsync(_shop.PathOf(songs[1], "mp3"), "cut");
        var faults = (await VerifyAsync(isDeep: false)).Faults;
        Assert.Equal(2, faults.Count);
        Assert.Equal($"file {songs[0]}/1/song.mp3 is missing", faults[0]);
        Assert.StartsWith($"file {songs[1]}/1/song.mp3 has 3 bytes instead of", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Books_that_do_not_balance_are_told()
    {
        await _shop.ExecuteAsync("UPDATE accounts SET credits=credits+1 WHERE name='good'");
        var fault = Assert.Single((await VerifyAsync(isDeep: false)).Faults);
        Assert.Contains(_shop.Key.AccountId, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_books_is_told()
    {
        await using var empty = new SqliteBookDatabase(Path.Combine(_shop.Folder, "empty.db"));
        var report = await new BookVerification(empty, _shop.Store, isDeep: false).RunAsync();
        Assert.Contains(report.Faults, fault => fault.StartsWith("table tasks is missing", StringComparison.Ordinal));
    }

    private Task<VerificationReport> VerifyAsync(bool isDeep) =>
        new BookVerification(_shop.Database, _shop.Store, isDeep).RunAsync();
}

using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Moving.Backups;
using Troubadour.Moving.Files;
using Troubadour.Storage;

namespace Troubadour.Moving.Tests;

/// <summary>Backups of SQLite books, and what comes back from them.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-backup-").FullName;

    private Shop _shop = null!;

    private string Target => Path.Combine(_folder, "backup");

    private string Data => Path.Combine(_folder, "data");

    private string Manifest => Path.Combine(Target, "manifest.json");

    public async Task InitializeAsync() => _shop = await Shop.OpenAsync(finished: 20, failed: 2, cancelled: 2, open: 4);

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_that_is_taken_while_others_write_and_delete_comes_back_whole()
    {
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(stop.Token);
        var first = await BackupAsync();
        var second = await BackupAsync();
        await stop.CancelAsync();
        Assert.True(await writing > 0);
        Assert.Empty(first.Files.Faults);
        Assert.Empty(second.Files.Faults);

        var restored = await RestoreAsync();
        Assert.Empty(restored.Files.Faults);
        Assert.Equal(second.Manifest.Files, restored.Files.Copied);
        var report = await VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(second.Manifest.Tables.OrderBy(t => t.Table), report.Tables.OrderBy(t => t.Table));
        await using var database = new SqliteBookDatabase(Path.Combine(Data, "troubadour.db"));
        Assert.NotNull(await new KeyBook(database, TimeProvider.System).FindAsync(_shop.Key.Secret));
        var open = await new WorkBook(database, TimeProvider.System).OpenAsync("", 100);
        Assert.Empty(_shop.Open.Except(open.Select(task => task.Id)));
    }

    [Fact]
    public async Task A_clip_that_is_deleted_while_files_are_copied_is_deleted_in_the_backup_too()
    {
        var file = Path.Combine(_folder, "snapshot.db");
        var snapshot = SqliteSnapshot.Take(_shop.File, file);
        var songs = await _shop.SongsAsync();
        await _shop.DeleteAsync(songs[3]);
        File.Delete(_shop.PathOf(songs[4], "wav"));
        var named = await new FileCheck(_shop.Store, isDeep: false).RunAsync(snapshot.ReadFilesAsync());
        var forgotten = snapshot.Forget(_shop.File, named.Faults.Select(fault => fault.File));
        Assert.Equal([$"{songs[3]}/1/song.mp3", $"{songs[3]}/1/song.wav"], forgotten.Order(StringComparer.Ordinal));

        await using var database = new SqliteBookDatabase(file);
        var clips = new ClipBook(database, TimeProvider.System);
        Assert.Null(await clips.FindAsync(_shop.Key.AccountId, songs[3]));
        Assert.NotNull(await clips.FindAsync(_shop.Key.AccountId, songs[4]));
        Assert.NotNull(await clips.FindBlobAsync(songs[4], "wav"));
        var report = await new BookVerification(database, _shop.Store, isDeep: true).RunAsync();
        Assert.Equal([$"file {songs[4]}/1/song.wav is missing"], report.Faults);
    }

    [Fact]
    public async Task A_second_backup_copies_only_what_is_new()
    {
        Assert.Equal(38, (await BackupAsync()).Files.Copied);
        await _shop.SingAsync(1000);
        var second = await BackupAsync();
        Assert.Equal((2L, 40L), (second.Files.Copied, second.Manifest.Files));
        Assert.Equal(40, (await RestoreAsync()).Files.Good);
    }

    [Fact]
    public async Task The_secret_of_webhooks_comes_back_for_its_owners_eyes_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(_shop.Folder, "webhook-secret"), "abc\n");
        await BackupAsync();
        await RestoreAsync();
        var secret = Path.Combine(Data, "webhook-secret");
        Assert.Equal("abc\n", await File.ReadAllTextAsync(secret));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(ForOwner, File.GetUnixFileMode(secret));
            Assert.Equal(ForOwner, File.GetUnixFileMode(Path.Combine(Target, "webhook-secret")));
            Assert.Equal(ForOwner, File.GetUnixFileMode(Path.Combine(Target, "troubadour.db")));
            Assert.Equal(ForOwner | UnixFileMode.UserExecute, File.GetUnixFileMode(Target));
        }
    }

    [Fact]
    public async Task Files_that_are_missing_or_damaged_are_told_on_both_ways()
    {
        var songs = await _shop.SongsAsync();
        File.Delete(_shop.PathOf(songs[0], "wav"));
        var taken = await BackupAsync();
        Assert.Equal($"{songs[0]}/1/song.wav", Assert.Single(taken.Files.Faults).File.Key);
        await File.WriteAllTextAsync(Path.Combine(Target, "songs", songs[1], "1", "song.mp3"), "cut");
        var restored = await RestoreAsync();
        Assert.Equal(
            [$"{songs[0]}/1/song.wav", $"{songs[1]}/1/song.mp3"],
            restored.Files.Faults.Select(fault => fault.File.Key)
        );
        Assert.Equal(36, restored.Files.Copied);
    }

    [Fact]
    public async Task A_backup_that_was_ended_leaves_the_older_one_as_it_was()
    {
        var first = await BackupAsync();
        // A file where a folder must be.
        var block = Path.Combine(Target, "songs", await _shop.SingAsync(1000));
        await File.WriteAllTextAsync(block, "");
        await Assert.ThrowsAnyAsync<IOException>(BackupAsync);
        File.Delete(block);
        Assert.Equal(first.Manifest.Files, (await RestoreAsync()).Files.Good);
        Assert.Equal(40, (await BackupAsync()).Manifest.Files);
    }

    [Fact]
    public async Task Restoring_that_was_ended_can_be_begun_again()
    {
        await BackupAsync();
        await Restore.PrepareAsync(Target, Data);
        var block = Path.Combine(Data, "songs", (await _shop.SongsAsync())[10]);
        Directory.CreateDirectory(Path.Combine(Data, "songs"));
        await File.WriteAllTextAsync(block, "");
        await Assert.ThrowsAnyAsync<IOException>(() => new Restore(Target, Data, Songs()).RunAsync());
        File.Delete(block);
        Assert.False(File.Exists(Path.Combine(Data, "troubadour.db")));
        Assert.Equal(38, (await RestoreAsync()).Files.Good);
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_data_directory_with_anything_in_it_is_refused()
    {
        await BackupAsync();
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "mine"), "");
        await Assert.ThrowsAsync<MovingException>(() => Restore.PrepareAsync(Target, Data));
        File.Delete(Path.Combine(Data, "mine"));
        await RestoreAsync();
        await Assert.ThrowsAsync<MovingException>(() => Restore.PrepareAsync(Target, Data));
        await Assert.ThrowsAsync<MovingException>(() => new Restore(Target, Data, Songs()).RunAsync());
    }

    [Theory]
    [InlineData("troubadour.db")]
    [InlineData("manifest.json")]
    [InlineData("webhook-secret")]
    public async Task A_backup_that_lacks_something_is_refused(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_shop.Folder, "webhook-secret"), "abc\n");
        await BackupAsync();
        File.Delete(Path.Combine(Target, name));
        await Assert.ThrowsAsync<MovingException>(() => Restore.PrepareAsync(Target, Data));
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,2")]
    public async Task A_manifest_that_is_none_is_refused(string text)
    {
        await BackupAsync();
        await File.WriteAllTextAsync(Manifest, text);
        await Assert.ThrowsAsync<MovingException>(() => Restore.PrepareAsync(Target, Data));
    }

    [Fact]
    public async Task Books_of_a_backup_that_were_changed_are_refused()
    {
        await BackupAsync();
        await using (var file = File.OpenWrite(Path.Combine(Target, "troubadour.db")))
        {
            file.Seek(5000, SeekOrigin.Begin);
            file.WriteByte(0xFF);
        }

        await Assert.ThrowsAsync<MovingException>(() => Restore.PrepareAsync(Target, Data));
    }

    [Fact]
    public async Task A_data_directory_is_no_place_for_a_backup()
    {
        var other = new Backup(_shop.Folder, _shop.Store, _shop.Folder, TimeProvider.System);
        await Assert.ThrowsAsync<MovingException>(() => other.RunAsync());
        Assert.Empty((await new BookVerification(_shop.Database, _shop.Store, true).RunAsync()).Faults);
    }

    [Fact]
    public async Task A_folder_of_something_else_is_no_place_for_a_backup()
    {
        var mine = Path.Combine(Directory.CreateDirectory(Path.Combine(Target, "work")).FullName, "mine");
        await File.WriteAllTextAsync(mine, "");
        await Assert.ThrowsAsync<MovingException>(BackupAsync);
        Assert.True(File.Exists(mine));
        Assert.Single(Directory.EnumerateFileSystemEntries(Target));
    }

    [Fact]
    public async Task Without_books_there_is_no_backup()
    {
        var empty = new Backup(Path.Combine(_folder, "none"), _shop.Store, Target, TimeProvider.System);
        await Assert.ThrowsAsync<MovingException>(() => empty.RunAsync());
        Assert.False(Directory.Exists(Target));
    }

    private LocalBlobStore Songs() => new(Path.Combine(Data, "songs"));

    private Task<BackupReport> BackupAsync() =>
        new Backup(_shop.Folder, _shop.Store, Target, TimeProvider.System).RunAsync();

    private async Task<BackupReport> RestoreAsync()
    {
        await Restore.PrepareAsync(Target, Data);
        return await new Restore(Target, Data, Songs()).RunAsync();
    }

    private async Task<VerificationReport> VerifyAsync()
    {
        await using var database = new SqliteBookDatabase(Path.Combine(Data, "troubadour.db"));
        return await new BookVerification(database, Songs(), isDeep: true).RunAsync();
    }

    private Task<int> WriteAsync(CancellationToken stop) =>
        Task.Run(async () =>
        {
            var made = new Queue<string>();
            var count = 0;
            while (!stop.IsCancellationRequested)
            {
                made.Enqueue(await _shop.SingAsync(count++));
                if (made.Count > 5)
                {
                    await _shop.DeleteAsync(made.Dequeue());
                }
            }

            return count;
        });
}

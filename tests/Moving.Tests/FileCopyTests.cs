using Troubadour.Moving.Files;
using Troubadour.Storage;

namespace Troubadour.Moving.Tests;

/// <summary>Files go from one store to another.</summary>
public sealed class FileCopyTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-copy-").FullName;

    private Shop _shop = null!;

    private LocalBlobStore Target => new(Path.Combine(_folder, "target"));

    private string Work => Directory.CreateDirectory(Path.Combine(_folder, "work")).FullName;

    private IAsyncEnumerable<StoredFile> Named => new NamedFiles(_shop.Database).ReadAsync();

    public async Task InitializeAsync() =>
        _shop = await Shop.OpenAsync(finished: 301, failed: 0, cancelled: 0, open: 0);

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_file_is_copied_once()
    {
        var first = await CopyAsync(Target);
        Assert.Equal((600L, 600L), (first.Good, first.Copied));
        Assert.Empty(first.Faults);
        var check = await new FileCheck(Target, isDeep: true).RunAsync(Named);
        Assert.Equal((600L, first.Bytes), (check.Good, check.Bytes));
        Assert.Empty(check.Faults);
        Assert.Equal((600L, 0L), Counts(await CopyAsync(Target)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
    }

    [Fact]
    public async Task What_is_missing_or_damaged_is_told_and_the_rest_is_copied()
    {
        var songs = await _shop.SongsAsync();
        File.Delete(_shop.PathOf(songs[3], "wav"));
        Spoil(_shop.PathOf(songs[5], "mp3"));
        await File.AppendAllTextAsync(_shop.PathOf(songs[7], "wav"), "x");
        var report = await CopyAsync(Target);
        Assert.Equal((597L, 597L), Counts(report));
        Assert.Equal(
            [
                ($"{songs[3]}/1/song.wav", "is missing"),
                ($"{songs[5]}/1/song.mp3", "is damaged"),
                ($"{songs[7]}/1/song.wav", "has another length"),
            ],
            report.Faults.Select(fault =>
                (fault.File.Key, fault.Problem.Contains("instead of") ? "has another length" : fault.Problem)
            )
        );
        Assert.Null(await Target.OpenAsync($"{songs[5]}/1/song.mp3"));
        Assert.Null(await Target.OpenAsync($"{songs[7]}/1/song.wav"));
    }

    [Fact]
    public async Task Copying_that_was_ended_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        var first = new FileCopy(_shop.Store, Target, Work).RunAsync(UntilAsync(100, stop), stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var stored = Directory.GetFiles(Path.Combine(_folder, "target"), "song.*", SearchOption.AllDirectories).Length;
        Assert.InRange(stored, 90, 110);
        Assert.Equal((600L, 600L - stored), Counts(await CopyAsync(Target)));
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_ends_the_copying()
    {
        await BlockAsync((await _shop.SongsAsync())[50]);
        await Assert.ThrowsAnyAsync<IOException>(() => CopyAsync(Target));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_at_the_target_is_copied_again()
    {
        await CopyAsync(Target);
        var songs = await _shop.SongsAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "target", songs[0], "1", "song.wav"), "cut");
        Assert.Equal((600L, 1L), Counts(await CopyAsync(Target)));
    }

    [Fact]
    public async Task A_name_that_leaves_the_store_is_told()
    {
        await _shop.ExecuteAsync("UPDATE blobs SET path='../../else' WHERE rowid=(SELECT MIN(rowid) FROM blobs)");
        var report = await CopyAsync(Target);
        Assert.Equal("../../else", Assert.Single(report.Faults).File.Key);
        Assert.Equal(599, report.Copied);
    }

    private static (long Good, long Copied) Counts(FileReport report) => (report.Good, report.Copied);

    private static void Spoil(string path)
    {
        using var file = File.OpenWrite(path);
        file.WriteByte((byte)'#');
    }

    // A file where a folder must be.
    private Task BlockAsync(string song)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "target")).FullName;
        return File.WriteAllTextAsync(Path.Combine(folder, song), "");
    }

    private async IAsyncEnumerable<StoredFile> UntilAsync(int count, CancellationTokenSource stop)
    {
        await foreach (var file in Named)
        {
            if (count-- == 0)
            {
                await stop.CancelAsync();
            }

            yield return file;
        }
    }

    private Task<FileReport> CopyAsync(IBlobStore target) => new FileCopy(_shop.Store, target, Work).RunAsync(Named);
}

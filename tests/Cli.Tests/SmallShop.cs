using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Cli.Tests;

/// <summary>A data directory with a key, a song of one file, a task that is being made, and a secret of webhooks.</summary>
internal sealed class SmallShop : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("troubadour-shop-").FullName;

    public NewKey Key { get; private set; } = null!;

    /// <summary>The song's file.</summary>
    public string Song { get; private set; } = "";

    public static async Task<SmallShop> OpenAsync()
    {
        var shop = new SmallShop();
        await File.WriteAllTextAsync(Path.Combine(shop.Folder, "webhook-secret"), "abc\n");
        await using var database = new SqliteBookDatabase(DataFolder.DatabaseIn(shop.Folder));
        await database.MigrateAsync();
        shop.Key = await new KeyBook(database, TimeProvider.System).CreateAsync("mine", 50);
        var work = new WorkBook(database, TimeProvider.System);
        await work.ClaimAsync(await shop.CreateAsync(database));
        var id = await shop.CreateAsync(database);
        await work.ClaimAsync(id);
        await work.FinishAsync(
            id,
            1,
            [new FinishedClip(id, "", "", 1, "", "", "", "", 1) { Blobs = [await shop.PutAsync(id)] }]
        );
        return shop;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<string> CreateAsync(SqliteBookDatabase database)
    {
        var task = new NewTask(new Caller(Key.Id, Key.AccountId), "nuro", "vocal", "{}", 10)
        {
            Clips = [new NewClip { HasTaskId = true }],
        };
        var outcome = await new TaskBook(database, TimeProvider.System).CreateAsync(task, new QueueLimits(10, 10));
        return outcome.TaskId!;
    }

    private async Task<Blob> PutAsync(string id)
    {
        var songs = Path.Combine(Folder, "songs");
        var stored = await new LocalBlobStore(songs).PutAsync($"{id}/song.wav", Path.Combine(Folder, "webhook-secret"));
        Song = Path.Combine(songs, stored.Key);
        return new Blob
        {
            ClipId = id,
            Kind = "wav",
            Path = stored.Key,
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            ContentType = "audio/wav",
        };
    }
}

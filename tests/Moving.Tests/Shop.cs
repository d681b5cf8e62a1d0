using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Storage;

namespace Troubadour.Moving.Tests;

/// <summary>A data directory of a server that has been at work: books with rows of every kind, and files.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly QueueLimits Roomy = new(100_000, 100_000);
    private static readonly int[] Spacings = [10, 60];

    private Shop()
    {
        Database = new SqliteBookDatabase(File);
        Store = new LocalBlobStore(Path.Combine(Folder, "songs"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("troubadour-shop-").FullName;

    public string File => Path.Combine(Folder, "troubadour.db");

    public SqliteBookDatabase Database { get; }

    public LocalBlobStore Store { get; }

    /// <summary>A key that is good.</summary>
    public NewKey Key { get; private set; } = null!;

    /// <summary>A key that was revoked.</summary>
    public NewKey Revoked { get; private set; } = null!;

    /// <summary>Tasks that are queued or running.</summary>
    public IReadOnlyList<string> Open { get; private set; } = [];

    private Caller Caller => new(Key.Id, Key.AccountId);

    private TaskBook Tasks => new(Database, TimeProvider.System);

    private WorkBook Work => new(Database, TimeProvider.System);

    /// <summary>Makes one.</summary>
    /// <param name="finished">Tasks that were finished with two files each; the first was deleted again.</param>
    /// <param name="failed">Tasks that failed.</param>
    /// <param name="cancelled">Tasks that were cancelled.</param>
    /// <param name="open">Open tasks; every second one is running.</param>
    public static async Task<Shop> OpenAsync(int finished, int failed, int cancelled, int open)
    {
        var shop = new Shop();
        await shop.Database.MigrateAsync();
        await shop.KeysAsync();
        await shop.FinishedAsync(finished);
        await shop.EndedAsync(failed, (id, _) => shop.FailAsync(id));
        await shop.EndedAsync(cancelled, (id, _) => shop.Tasks.CancelAsync(shop.Key.AccountId, id));
        await shop.OpenAsync(open);
        await shop.OthersAsync();
        return shop;
    }

    /// <summary>Makes a song with two files, or as much of it as its number asks for.</summary>
    public async Task<string> SingAsync(int number)
    {
        var id = await CreateAsync(number);
        await Work.ClaimAsync(id, "here");
        var files = new List<Blob>();
        foreach (var kind in (string[])["wav", "mp3"])
        {
            files.Add(await PutAsync(id, kind, number));
        }

        var clip = new FinishedClip(id, "Tïtle", "la\n🎵", number / 7.0, "Pop", "Happy", "", "Warm", -number)
        {
            Blobs = files,
        };
        await Work.FinishAsync(id, 1, [clip]);
        return id;
    }

    /// <summary>Deletes a song as its caller does.</summary>
    public async Task DeleteAsync(string id)
    {
        await new ClipBook(Database, TimeProvider.System).DeleteAsync(Key.AccountId, id);
        await Store.DeleteFolderAsync($"{id}/1");
    }

    /// <summary>A stored file's path on the disk.</summary>
    public string PathOf(string id, string kind) => Path.Combine(Folder, "songs", id, "1", $"song.{kind}");

    /// <summary>Clips that have files.</summary>
    public async Task<IReadOnlyList<string>> SongsAsync() =>
        await Database.ReadAsync(c => c.Query<string>("SELECT DISTINCT clip_id FROM blobs ORDER BY clip_id").AsList());

    /// <summary>Runs statements in its books.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task KeysAsync()
    {
        var keys = new KeyBook(Database, TimeProvider.System);
        Key = await keys.CreateAsync("good", 100_000, 500);
        Revoked = await keys.CreateAsync("revoked", 10);
        await keys.RevokeAsync(Revoked.Id);
        var suspended = await keys.CreateAsync("suspended", 0, 7);
        await keys.SubscribeAsync(suspended.Id, isActive: false);
        await keys.TopUpAsync(Key.Id, 5, 5);
    }

    private async Task FinishedAsync(int count)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, count).Select(SingAsync));
        await DeleteAsync(ids[0]);
    }

    private async Task EndedAsync(int count, Func<string, int, Task> end) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(async i => await end(await CreateAsync(i), i)));

    private async Task FailAsync(string id)
    {
        await Work.ClaimAsync(id, "here");
        await Work.FailAsync(id, 1, "api_error", "It did not work: \"é\" 'x'\t\\N");
    }

    private async Task OpenAsync(int count)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, count).Select(CreateAsync));
        foreach (var id in open.Where((_, i) => i % 2 == 1))
        {
            await Work.ClaimAsync(id, "here");
            await Work.ProgressAsync(id, 1, 40);
        }

        Open = [.. open.Order(StringComparer.Ordinal)];
    }

    private async Task OthersAsync()
    {
        var songs = await SongsAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var persona = new NewTask(Caller, "sonic", "persona", "{}", 3);
        await Tasks.CompleteAsync(
            persona,
            (transaction, id) =>
                PersonaRows.Insert(
                    transaction,
                    new Persona
                    {
                        Id = id,
                        AccountId = Key.AccountId,
                        Name = "she",
                        Description = "",
                        ClipId = songs[0],
                        Voice = "{}",
                        CreatedAt = now,
                    }
                )
        );
        var batch = new Batch
        {
            Id = "b",
            AccountId = Key.AccountId,
            Items = "[]",
            CreatedAt = now,
        };
        await new BatchBook(Database).AddAsync(batch);
        await new RateBook(Database, TimeProvider.System).CountAsync(Key.Id, 60, 5);
        var house = new HouseBook(Database, TimeProvider.System);
        await house.SettleAsync("a-value", "1");
        await house.TakeTurnAsync("a-duty", "here", TimeSpan.FromMinutes(1));
        await WebhooksAsync();
    }

    private async Task WebhooksAsync()
    {
        var hooks = new WebhookBook(Database, TimeProvider.System);
        var due = await hooks.ClaimAsync(3, 3, new Dictionary<string, int>(), TimeSpan.FromSeconds(30));
        await hooks.KeepBodyAsync(due[0].Id, "{}");
        await hooks.RecordAsync(due[0], new WebhookOutcome(1, 7, 200, null), Spacings);
        await hooks.RecordAsync(due[1], new WebhookOutcome(2, 7, null, "no answer"), Spacings);
    }

    private async Task<string> CreateAsync(int number)
    {
        var task = new NewTask(Caller, "nuro", "vocal", $$"""{"n":{{number}}}""", 10)
        {
            Clips = [new NewClip { HasTaskId = true, Tags = "rock, ünd" }],
            Trace = number % 2 == 0 ? null : "00-1-2-01",
            BaseUrl = "http://server",
            WebhookUrl = number % 10 == 0 ? "https://receiver.example/" : null,
            WebhookSecret = number % 20 == 0 ? "secret" : null,
            Idempotency = number % 25 == 0 ? new IdempotencyKey(Guid.NewGuid().ToString(), "hash") : null,
        };
        return (await Tasks.CreateAsync(task, Roomy)).TaskId!;
    }

    private async Task<Blob> PutAsync(string id, string kind, int number)
    {
        var path = Path.Combine(Folder, Path.GetRandomFileName());
        var text = new StringBuilder().Insert(0, kind + number.ToString(CultureInfo.InvariantCulture), 50);
        await System.IO.File.WriteAllTextAsync(path, text.ToString());
        var stored = await Store.PutAsync($"{id}/1/song.{kind}", path);
        System.IO.File.Delete(path);
        return new Blob
        {
            ClipId = id,
            Kind = kind,
            Path = stored.Key,
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            ContentType = "audio/" + kind,
            CreatedAt = number,
        };
    }
}

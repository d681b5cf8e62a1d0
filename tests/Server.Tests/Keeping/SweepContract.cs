using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Keeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>What sweeps remove and what they leave. Inherited once for each kind of store.</summary>
public abstract class SweepContract : IAsyncLifetime
{
    private const string Brief = """{"type":"bgm","description":"d","duration":1}""";

    protected static readonly TimeSpan LongAgo = TimeSpan.FromHours(2);

    protected abstract TestServer Server { get; }

    protected IBlobStore Store => Server.Services.GetRequiredService<IBlobStore>();

    private KeepingBook Book => Server.Services.GetRequiredService<KeepingBook>();

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Files_without_a_clip_go_when_they_are_old_and_those_of_clips_stay()
    {
        var (api, id) = await MakeAsync();
        var kept = await KeysAsync(id);
        Assert.NotEmpty(kept);
        var (lost, stray) = (NewId(), $"{ClipFiles.Folder(id, 7)}/master.wav");
        await PutAsync($"{ClipFiles.Folder(lost, 1)}/master.wav", $"{ClipFiles.Folder(lost, 2)}/song.json", stray);

        Assert.Equal(new SweepReport(0, 0, 0), (await SweepAsync(TimeSpan.FromMinutes(59))) with { Leftovers = 0 });
        Assert.Equal(2, (await KeysAsync(lost)).Count);

        Assert.Equal(3, (await SweepAsync(LongAgo)).Files);
        Assert.Empty(await KeysAsync(lost));
        Assert.Equal(kept, await KeysAsync(id));
        await PlayAsync(api, id, HttpStatusCode.OK);
        Assert.Equal(0, (await SweepAsync(LongAgo)).Files);
    }

    [Fact]
    public async Task Files_of_a_deletion_that_was_cut_short_go()
    {
        await MakeAsync();
        var (api, id) = await MakeAsync();
        // As a crash between the two steps leaves it: the rows are gone, the files are not.
        Assert.True(await Server.Services.GetRequiredService<ClipBook>().DeleteAsync(await AccountOfAsync(id), id));
        Assert.NotEmpty(await KeysAsync(id));
        await PlayAsync(api, id, HttpStatusCode.NotFound);
        await SweepAsync(LongAgo);
        Assert.Empty(await KeysAsync(id));
    }

    [Fact]
    public async Task A_task_that_may_take_long_has_its_files_left_alone_for_as_long()
    {
        await MakeAsync();
        var lost = NewId();
        await PutAsync($"{ClipFiles.Folder(lost, 1)}/master.wav");
        var patient = new TroubadourSettings { Render = new RenderSettings { TimeoutSeconds = 3 * 3_600 } };
        await SweepAsync(LongAgo, patient);
        Assert.Single(await KeysAsync(lost));
        await SweepAsync(LongAgo * 2, patient);
        Assert.Empty(await KeysAsync(lost));
    }

    [Fact]
    public async Task What_is_not_of_our_making_is_left_alone()
    {
        await MakeAsync();
        var id = NewId();
        string[] strange =
        [
            "notes.txt",
            $"zz/{id}/1/master.wav",
            $"{ClipFiles.Folder(id)}/master.wav",
            $"{ClipFiles.Folder(id)}/one/master.wav",
            $"{id[..2]}/not-an-id/1/master.wav",
        ];
        await PutAsync(strange);
        await SweepAsync(LongAgo);
        var left = await AllKeysAsync();
        Assert.All(strange, key => Assert.Contains(key, left));
        await Store.DeleteAsync(strange);
    }

    [Fact]
    public async Task Hundreds_of_orphans_among_clips_go_in_one_sweep_of_two_nodes()
    {
        var (api, id) = await MakeAsync();
        var lost = Enumerable.Range(0, 1_100).Select(_ => $"{ClipFiles.Folder(NewId(), 1)}/a.wav").ToArray();
        await PutAsync(lost);
        await Task.WhenAll(SweepAsync(LongAgo), SweepAsync(LongAgo));
        Assert.Empty((await AllKeysAsync()).Intersect(lost));
        await PlayAsync(api, id, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Clips_older_than_they_are_kept_are_deleted_as_by_their_callers()
    {
        var (api, old) = await MakeAsync();
        var (_, young) = await MakeAsync();
        await AgeAsync(old, 31);
        await AgeAsync(young, 29);
        var report = await SweepAsync(
            TimeSpan.Zero,
            new TroubadourSettings { Retention = new RetentionSettings { Days = 30 } }
        );
        Assert.Equal(1, report.Clips);
        Assert.Empty(await KeysAsync(old));
        await PlayAsync(api, old, HttpStatusCode.NotFound);
        await PlayAsync(api, young, HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/v1/clips/{old}/song.json")).Status);
    }

    [Fact]
    public async Task Clips_are_kept_for_ever_where_no_days_are_set()
    {
        var (api, id) = await MakeAsync();
        await AgeAsync(id, 10_000);
        Assert.Equal(0, (await SweepAsync(TimeSpan.Zero)).Clips);
        await PlayAsync(api, id, HttpStatusCode.OK);
    }

    protected async Task<(Api Api, string Id)> MakeAsync()
    {
        var api = await Server.ClientAsync();
        var id = await api.AcceptAsync(Brief);
        Assert.Equal("succeeded", (string)(await api.EndAsync(id))["status"]!);
        return (api, id);
    }

    private static async Task PlayAsync(Api api, string id, HttpStatusCode status)
    {
        using var song = await api.RawAsync(HttpMethod.Get, $"/storage/v1/object/public/songs/song-{id}.wav");
        Assert.Equal(status, song.StatusCode);
    }

    protected async Task<SweepReport> SweepAsync(TimeSpan later, TroubadourSettings? settings = null)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later);
        var services = Server.Services;
        settings ??= new TroubadourSettings();
        var retention = ActivatorUtilities.CreateInstance<Retention>(services, clock, settings);
        var orphans = ActivatorUtilities.CreateInstance<Orphans>(services, clock, settings);
        return await ActivatorUtilities.CreateInstance<Sweeper>(services, retention, orphans).SweepAsync();
    }

    protected async Task PutAsync(params string[] keys)
    {
        var source = Path.Combine(Server.Folder, $"{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(source, [1, 2, 3]);
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (key, cancellation) => await Store.PutAsync(key, source, cancellation)
        );
        File.Delete(source);
    }

    private async Task<List<string>> AllKeysAsync()
    {
        var keys = new List<string>();
        await foreach (var file in Store.ListAsync())
        {
            keys.Add(file.Key);
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    protected async Task<List<string>> KeysAsync(string clipId) =>
        [
            .. (await AllKeysAsync()).Where(key =>
                key.StartsWith(ClipFiles.Folder(clipId) + "/", StringComparison.Ordinal)
            ),
        ];

    private async Task<string> AccountOfAsync(string clipId) =>
        (await Book.ExpiredAsync(long.MaxValue, "", int.MaxValue)).Single(clip => clip.Id == clipId).AccountId;

    private Task<int> AgeAsync(string clipId, int days)
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-days).ToUnixTimeMilliseconds();
        return Server
            .Services.GetRequiredService<IBookDatabase>()
            .WriteAsync(transaction =>
                transaction.Execute("UPDATE clips SET finished_at=@at WHERE id=@clipId", new { at, clipId })
            );
    }

    protected static string NewId() => Guid.CreateVersion7().ToString();
}

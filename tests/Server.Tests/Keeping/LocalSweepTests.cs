using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Keeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Keeping;

/// <summary>Sweeps of a folder.</summary>
public sealed class LocalSweepTests : SweepContract
{
    private TestServer _server = null!;

    protected override TestServer Server => _server;

    private string Songs => Server.Services.GetRequiredService<DataFolder>().Songs;

    public override async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public override async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Half_written_files_and_empty_folders_of_a_killed_process_go()
    {
        var (_, id) = await MakeAsync();
        var part = Path.Combine(Songs, ClipFiles.Folder(id, 1), "master.wav.0123abcd.part");
        await File.WriteAllBytesAsync(part, [1, 2, 3]);
        var empty = Path.Combine(Songs, ClipFiles.Folder(NewId(), 1));
        Directory.CreateDirectory(empty);
        await SweepAsync(TimeSpan.Zero);
        Assert.True(File.Exists(part));
        await SweepAsync(LongAgo);
        Assert.False(File.Exists(part));
        Assert.False(Directory.Exists(empty));
        Assert.True(File.Exists(Path.Combine(Songs, ClipFiles.Folder(id, 1), "master.wav")));
    }

    [Fact]
    public async Task More_clips_than_a_batch_expire_in_one_sweep()
    {
        const string Copied =
            "account_id,task_id,position,family,kind,state,stem,model,title,tags,lyrics,genre,mood,gender,timbre,asked,created_at";
        var (_, id) = await MakeAsync();
        var database = Server.Services.GetRequiredService<IBookDatabase>();
        await database.WriteAsync(transaction =>
            Enumerable
                .Range(0, 450)
                .Sum(_ =>
                    transaction.Execute(
                        $"INSERT INTO clips(id,finished_at,{Copied}) SELECT @copy,1,{Copied} FROM clips WHERE id=@id",
                        new { id, copy = NewId() }
                    )
                )
        );
        var settings = new TroubadourSettings { Retention = new RetentionSettings { Days = 1 } };
        Assert.Equal(450, (await SweepAsync(TimeSpan.Zero, settings)).Clips);
        Assert.Equal(0, (await SweepAsync(TimeSpan.Zero, settings)).Clips);
        Assert.NotEmpty(await KeysAsync(id));
    }

    [Fact]
    public async Task Books_that_name_no_file_cost_nobody_a_file()
    {
        var lost = NewId();
        await PutAsync($"{ClipFiles.Folder(lost, 1)}/master.wav");
        Assert.Equal(0, (await SweepAsync(LongAgo)).Files);
        Assert.Single(await KeysAsync(lost));
    }

    [Fact]
    public async Task The_server_sweeps_as_often_as_it_is_told()
    {
        await MakeAsync();
        var lost = NewId();
        await PutAsync($"{ClipFiles.Folder(lost, 1)}/master.wav");
        File.SetLastWriteTimeUtc(Path.Combine(Songs, ClipFiles.Folder(lost, 1), "master.wav"), DateTime.UnixEpoch);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var service = new SweepService(
            Server.Services.GetRequiredService<Sweeper>(),
            new HouseBook(Server.Services.GetRequiredService<IBookDatabase>(), clock),
            new NodeName("a"),
            new TroubadourSettings { Blobs = new BlobSettings { SweepMinutes = 5 } },
            clock,
            NullLogger<SweepService>.Instance
        );
        await service.StartAsync(default);
        Assert.Single(await KeysAsync(lost));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await KeysAsync(lost)).Count > 0)
        {
            // The loop may not have begun to wait yet.
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(20, patience.Token);
        }

        await service.StopAsync(default);
    }
}

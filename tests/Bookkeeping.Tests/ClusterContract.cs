using Microsoft.Extensions.Time.Testing;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>What servers settle among themselves, whatever database holds it. Inherited once for each product.</summary>
public abstract class ClusterContract : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly QueueLimits Roomy = new(10_000, 10_000);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected IBookDatabase Database { get; private set; } = null!;

    private HouseBook House => new(Database, _clock);

    private WorkBook Work => new(Database, _clock);

    private TaskBook Tasks => new(Database, _clock);

    public async Task InitializeAsync()
    {
        Database = await OpenAsync();
        await Database.MigrateAsync();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Fact]
    public async Task A_duty_is_done_once_a_period_by_whoever_comes_first()
    {
        Assert.True(await House.TakeTurnAsync("sweep", "a", Minute));
        Assert.False(await House.TakeTurnAsync("sweep", "b", Minute));
        Assert.False(await House.TakeTurnAsync("sweep", "a", Minute));
        Assert.True(await House.TakeTurnAsync("count", "b", Minute));
        _clock.Advance(Minute);
        Assert.True(await House.TakeTurnAsync("sweep", "b", Minute));
        Assert.False(await House.TakeTurnAsync("sweep", "a", Minute));
    }

    [Fact]
    public async Task A_duty_that_a_wrong_clock_took_for_hours_is_free()
    {
        var wrong = new FakeTimeProvider(_clock.GetUtcNow() + TimeSpan.FromHours(3));
        Assert.True(await new HouseBook(Database, wrong).TakeTurnAsync("sweep", "a", Minute));
        Assert.True(await House.TakeTurnAsync("sweep", "b", Minute));
    }

    [Fact]
    public async Task One_of_many_gets_a_free_duty()
    {
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => House.TakeTurnAsync("sweep", $"server {i}", Minute)))
        );
        Assert.Single(taken, got => got);
    }

    [Fact]
    public async Task The_first_value_is_everybodys()
    {
        var values = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => House.SettleAsync("secret", $"{i}")));
        Assert.Single(values.Distinct());
        Assert.Equal(values[0], await House.SettleAsync("secret", "other"));
    }

    [Fact]
    public async Task A_key_may_call_so_often_and_no_more()
    {
        var rates = new RateBook(Database, _clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(TimeSpan.Zero, await rates.CountAsync("k", 60, 5));
        }

        Assert.Equal(TimeSpan.FromSeconds(1), await rates.CountAsync("k", 60, 5));
        Assert.Equal(TimeSpan.Zero, await rates.CountAsync("other", 60, 5));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, await rates.CountAsync("k", 60, 5));
        Assert.Equal(TimeSpan.Zero, await rates.CountAsync("k", 60, 5));
        Assert.Equal(TimeSpan.FromSeconds(1), await rates.CountAsync("k", 60, 5));
    }

    [Fact]
    public async Task A_rate_is_kept_by_many_who_call_at_once()
    {
        var rates = new RateBook(Database, _clock);
        var waits = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => Task.Run(() => rates.CountAsync("k", 1, 25)))
        );
        Assert.Equal(25, waits.Count(wait => wait == TimeSpan.Zero));
    }

    [Fact]
    public async Task Accounts_take_turns_however_many_tasks_one_has()
    {
        var (first, second) = (await CallerAsync(), await CallerAsync());
        Assert.Equal([1, 2, 3, 4], await RoundsAsync(first, 4));
        Assert.Equal([1, 2], await RoundsAsync(second, 2));
        foreach (var task in (await Work.OpenAsync("", 100)).Where(task => task.Round <= 2))
        {
            await Work.ClaimAsync(task.Id);
        }

        // Two rounds are at work: who comes now is served with the third.
        Assert.Equal([3], await RoundsAsync(await CallerAsync(), 1));
        Assert.Equal([3], await RoundsAsync(second, 1));
        Assert.Equal([5], await RoundsAsync(first, 1));
    }

    [Fact]
    public async Task An_empty_queue_counts_on_from_what_is_at_work_and_a_new_one_from_the_start()
    {
        var (first, second) = (await CallerAsync(), await CallerAsync());
        await RoundsAsync(first, 3);
        var open = await Work.OpenAsync("", 100);
        foreach (var task in open)
        {
            await Work.ClaimAsync(task.Id);
        }

        Assert.Equal([4], await RoundsAsync(second, 1));
        foreach (var task in await Work.OpenAsync("", 100))
        {
            var claim = await Work.ClaimAsync(task.Id);
            await Work.FailAsync(task.Id, claim!.Attempt, "api_error", "no");
        }

        Assert.Equal([1], await RoundsAsync(second, 1));
    }

    [Fact]
    public async Task A_claim_tells_how_long_a_dropped_task_lay_and_who_has_it()
    {
        var caller = await CallerAsync();
        var id = (await Tasks.CreateAsync(New(caller), Roomy)).TaskId!;
        Assert.Null((await Work.ClaimAsync(id, "a"))!.DroppedFor);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await Work.ProgressAsync(id, 1, 50);
        _clock.Advance(TimeSpan.FromSeconds(9));
        var claim = await Work.ClaimAsync(id, "b");
        Assert.Equal((TimeSpan.FromSeconds(9), caller.KeyId), (claim!.DroppedFor!.Value, claim.KeyId));
        await Work.HandBackAsync(id, 2);
        _clock.Advance(Minute);
        Assert.Null((await Work.ClaimAsync(id, "a"))!.DroppedFor);
    }

    [Fact]
    public async Task What_was_finished_may_be_finished_again_by_the_same_attempt_alone()
    {
        var caller = await CallerAsync();
        var id = (await Tasks.CreateAsync(New(caller), Roomy)).TaskId!;
        await Work.ClaimAsync(id);
        await Work.ClaimAsync(id);
        Assert.True(await Work.FinishAsync(id, 2, [Song(id)]));
        Assert.True(await Work.FinishAsync(id, 2, [Song(id)]));
        Assert.False(await Work.FinishAsync(id, 1, [Song(id)]));
        Assert.Empty(await new LedgerAudit(Database).FindFaultsAsync());
    }

    [Fact]
    public async Task What_was_kept_may_be_kept_again()
    {
        var caller = await CallerAsync();
        var id = (await Tasks.CreateAsync(New(caller), Roomy)).TaskId!;
        await Work.ClaimAsync(id);
        Assert.True(await Work.KeepAsync(id, 1, [Song(id)], streaming: false));
        Assert.True(await Work.KeepAsync(id, 1, [Song(id)], streaming: false));
        Assert.True(await Work.FinishAsync(id, 1, [Song(id)]));
    }

    protected abstract Task<IBookDatabase> OpenAsync();

    private static NewTask New(Caller caller) =>
        new(caller, "nuro", "vocal", "{}", 1) { Clips = [new NewClip { HasTaskId = true }] };

    private static FinishedClip Song(string id) =>
        new(id, "Title", "[verse]\nla", 12.5, "Pop", "Happy", "Female", "Warm", 7)
        {
            Blobs =
            [
                new Blob
                {
                    ClipId = id,
                    Kind = "wav",
                    Path = "a/b.wav",
                    Bytes = 3,
                    Sha256 = "00",
                    ContentType = "audio/wav",
                },
            ],
        };

    private async Task<Caller> CallerAsync()
    {
        var key = await new KeyBook(Database, _clock).CreateAsync("test", 1_000);
        return new Caller(key.Id, key.AccountId);
    }

    private async Task<IReadOnlyList<int>> RoundsAsync(Caller caller, int count)
    {
        var rounds = new int[count];
        for (var i = 0; i < count; i++)
        {
            rounds[i] = (await Tasks.CreateAsync(New(caller), Roomy)).Round;
        }

        return rounds;
    }
}

using CsCheck;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>What the books promise, whatever database holds them. Inherited once for each product.</summary>
public abstract class BookContract : IAsyncLifetime
{
    private static readonly QueueLimits Roomy = new(10_000, 10_000);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected IBookDatabase Database { get; private set; } = null!;

    private KeyBook Keys => new(Database, _clock);

    private TaskBook Tasks => new(Database, _clock);

    private ClipBook Clips => new(Database, _clock);

    private WorkBook Work => new(Database, _clock);

    public async Task InitializeAsync()
    {
        Database = await OpenAsync();
        await Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(await new LedgerAudit(Database).FindFaultsAsync());
        await Database.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_found_by_its_text_until_it_is_revoked()
    {
        var key = await Keys.CreateAsync("mine", 5);
        Assert.StartsWith("sk-", key.Secret, StringComparison.Ordinal);
        Assert.Equal(new Caller(key.Id, key.AccountId), await Keys.FindAsync(key.Secret));
        Assert.Null(await Keys.FindAsync(key.Secret + "x"));
        Assert.True(await Keys.RevokeAsync(key.Id));
        Assert.Null(await Keys.FindAsync(key.Secret));
        Assert.False(await Keys.RevokeAsync(key.Id));
    }

    [Fact]
    public async Task The_text_of_a_key_is_nowhere_in_the_database()
    {
        var key = await Keys.CreateAsync("mine", 5);
        var stored = await Database.ReadAsync(c => c.Query<string>("SELECT hash || prefix FROM api_keys").Single());
        Assert.DoesNotContain(key.Secret, stored, StringComparison.Ordinal);
        Assert.Equal(KeySecret.Hash(key.Secret), stored[..64]);
    }

    [Fact]
    public async Task The_operators_key_is_made_once_and_keeps_its_credits()
    {
        Assert.True(await Keys.EnsureAsync("operators-own-key", 50));
        Assert.False(await Keys.EnsureAsync("operators-own-key", 999));
        var caller = await Keys.FindAsync("operators-own-key");
        Assert.Equal(new CreditBalance(50, 0), await Keys.BalanceAsync(caller!.AccountId));
    }

    [Fact]
    public async Task Extra_credits_are_spent_first_and_go_back_where_they_came_from()
    {
        var caller = await CallerAsync(20, 5);
        var task = await CreateAsync(caller);
        Assert.Equal(new CreditBalance(15, 0), await Keys.BalanceAsync(caller.AccountId));
        Assert.Equal(CancelVerdict.Cancelled, await Tasks.CancelAsync(caller.AccountId, task));
        Assert.Equal(new CreditBalance(20, 5), await Keys.BalanceAsync(caller.AccountId));
    }

    [Fact]
    public async Task A_task_that_cannot_be_paid_changes_nothing()
    {
        var caller = await CallerAsync(9, 0);
        var outcome = await Tasks.CreateAsync(New(caller), Roomy);
        Assert.Equal(CreateVerdict.NotEnoughCredits, outcome.Verdict);
        Assert.Empty(await Tasks.ListAsync(caller.AccountId, null, null, 10));
        Assert.Equal(new CreditBalance(9, 0), await Keys.BalanceAsync(caller.AccountId));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 1)]
    public async Task A_full_queue_refuses_and_takes_again_when_a_task_has_ended(int mostOpen, int mostPerAccount)
    {
        var caller = await CallerAsync(100, 0);
        var limits = new QueueLimits(mostOpen, mostPerAccount);
        var first = await Tasks.CreateAsync(New(caller), limits);
        Assert.Equal(CreateVerdict.QueueFull, (await Tasks.CreateAsync(New(caller), limits)).Verdict);
        await Tasks.CancelAsync(caller.AccountId, first.TaskId!);
        Assert.Equal(CreateVerdict.Created, (await Tasks.CreateAsync(New(caller), limits)).Verdict);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_task_and_is_charged_once()
    {
        var caller = await CallerAsync(100, 0);
        var task = New(caller) with { Idempotency = new IdempotencyKey("once", "hash") };
        var first = await Tasks.CreateAsync(task, Roomy);
        var again = await Tasks.CreateAsync(task, Roomy);
        Assert.Equal(new CreateOutcome(CreateVerdict.Replayed, first.TaskId), again);
        Assert.Equal(new CreditBalance(90, 0), await Keys.BalanceAsync(caller.AccountId));
        var other = task with { Idempotency = new IdempotencyKey("once", "other hash") };
        Assert.Equal(CreateVerdict.KeyReused, (await Tasks.CreateAsync(other, Roomy)).Verdict);

        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await Tasks.SweepAsync());
        Assert.Equal(CreateVerdict.Created, (await Tasks.CreateAsync(other, Roomy)).Verdict);
    }

    [Fact]
    public async Task An_idempotency_key_belongs_to_one_account()
    {
        var key = new IdempotencyKey("once", "hash");
        var first = await Tasks.CreateAsync(New(await CallerAsync(10, 0)) with { Idempotency = key }, Roomy);
        var second = await Tasks.CreateAsync(New(await CallerAsync(10, 0)) with { Idempotency = key }, Roomy);
        Assert.Equal(CreateVerdict.Created, second.Verdict);
        Assert.NotEqual(first.TaskId, second.TaskId);
    }

    [Fact]
    public async Task A_finished_task_tells_its_song_and_keeps_its_files()
    {
        var caller = await CallerAsync(10, 0);
        var id = await CreateAsync(caller);
        var claim = await Work.ClaimAsync(id);
        Assert.Equal(1, claim!.Attempt);
        Assert.True(await Work.FinishAsync(id, 1, [Song(id, File(id))]));
        var task = await Tasks.FindAsync(caller.AccountId, id);
        Assert.Equal(
            (TaskState.Succeeded, 100, 12.5, "[verse]\nla"),
            (task!.State, task.Progress, task.Clips[0].Seconds, task.Clips[0].Lyrics)
        );
        Assert.Equal("a/b.wav", (await Clips.FindBlobAsync(id, "wav"))!.Path);
        Assert.Equal(new CreditBalance(0, 0), await Keys.BalanceAsync(caller.AccountId));
        Assert.Equal(CancelVerdict.Ended, await Tasks.CancelAsync(caller.AccountId, id));
    }

    [Fact]
    public async Task A_failed_task_is_refunded_once()
    {
        var caller = await CallerAsync(10, 0);
        var id = await CreateAsync(caller);
        await Work.ClaimAsync(id);
        Assert.True(await Work.FailAsync(id, 1, "api_error", "no"));
        Assert.False(await Work.FailAsync(id, 1, "api_error", "no"));
        Assert.Equal(CancelVerdict.Ended, await Tasks.CancelAsync(caller.AccountId, id));
        Assert.Equal(new CreditBalance(10, 0), await Keys.BalanceAsync(caller.AccountId));
    }

    [Fact]
    public async Task What_a_worker_that_was_given_up_reports_changes_nothing()
    {
        var caller = await CallerAsync(10, 0);
        var id = await CreateAsync(caller);
        await Work.ClaimAsync(id);
        await Work.HandBackAsync(id, 1);
        Assert.Equal(2, (await Work.ClaimAsync(id))!.Attempt);
        Assert.False(await Work.ProgressAsync(id, 1, 80));
        Assert.False(await Work.FailAsync(id, 1, "api_error", "late"));
        Assert.False(await Work.FinishAsync(id, 1, [Song(id, File(id))]));
        Assert.Null(await Work.CrashAsync(id, 1));
        Assert.Null(await Clips.FindBlobAsync(id, "wav"));
        Assert.True(await Work.FinishAsync(id, 2, [Song(id)]));
    }

    [Fact]
    public async Task Progress_never_falls_not_even_over_a_hand_back()
    {
        var caller = await CallerAsync(10, 0);
        var id = await CreateAsync(caller);
        await Work.ClaimAsync(id);
        await Work.ProgressAsync(id, 1, 60);
        await Work.ProgressAsync(id, 1, 30);
        await Work.HandBackAsync(id, 1);
        await Work.ClaimAsync(id);
        await Work.ProgressAsync(id, 2, 1);
        Assert.Equal(60, (await Tasks.FindAsync(caller.AccountId, id))!.Progress);
        await Work.ProgressAsync(id, 2, 100);
        Assert.Equal(99, (await Tasks.FindAsync(caller.AccountId, id))!.Progress);
    }

    [Fact]
    public async Task A_task_found_running_counts_as_crashed_but_not_after_a_restart()
    {
        var id = await CreateAsync(await CallerAsync(10, 0));
        await Work.ClaimAsync(id);
        Assert.Equal(1, (await Work.ClaimAsync(id))!.Crashes);
        Assert.Equal(1, await Work.ReleaseAllAsync());
        var third = await Work.ClaimAsync(id);
        Assert.Equal((3, 1), (third!.Attempt, third.Crashes));
        Assert.Equal(2, await Work.CrashAsync(id, 3));
    }

    [Fact]
    public async Task Nobody_sees_anothers_tasks()
    {
        var (mine, other) = (await CallerAsync(10, 0), await CallerAsync(10, 0));
        var id = await CreateAsync(mine);
        Assert.Null(await Tasks.FindAsync(other.AccountId, id));
        Assert.Empty(await Tasks.ListAsync(other.AccountId, null, null, 10));
        Assert.Equal(CancelVerdict.Unknown, await Tasks.CancelAsync(other.AccountId, id));
        Assert.False(await Clips.DeleteAsync(other.AccountId, id));
        Assert.NotNull(await Tasks.FindAsync(mine.AccountId, id));
    }

    [Fact]
    public async Task A_deleted_clip_has_no_files()
    {
        var caller = await CallerAsync(10, 0);
        var id = await CreateAsync(caller);
        Assert.False(await Clips.DeleteAsync(caller.AccountId, id));
        await Work.ClaimAsync(id);
        await Work.FinishAsync(id, 1, [Song(id, File(id))]);
        Assert.True(await Clips.DeleteAsync(caller.AccountId, id));
        Assert.False(await Clips.DeleteAsync(caller.AccountId, id));
        Assert.Null(await Clips.FindBlobAsync(id, "wav"));
    }

    [Fact]
    public async Task Lists_turn_pages_from_the_newest_on()
    {
        var caller = await CallerAsync(1000, 0);
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add(await CreateAsync(caller));
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await Tasks.ListAsync(caller.AccountId, null, null, 4);
        var second = await Tasks.ListAsync(caller.AccountId, first[^1].Id, null, 4);
        Assert.Equal(Enumerable.Reverse(ids), first.Concat(second).Select(t => t.Id));
        var open = await Work.OpenAsync(ids[2], 2);
        Assert.Equal(ids[3..5], open.Select(t => t.Id));
    }

    [Theory]
    [InlineData("UPDATE ledger SET amount=0")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("UPDATE audit SET detail=''")]
    [InlineData("DELETE FROM audit")]
    [InlineData("UPDATE accounts SET credits=-1")]
    [InlineData("UPDATE accounts SET extra_credits=-1")]
    [InlineData("UPDATE accounts SET open_tasks=-1")]
    [InlineData(
        "INSERT INTO ledger(transfer_id,task_id,account_id,purse,kind,amount,at,note) SELECT 'x',task_id,account_id,purse,kind,amount,at,note FROM ledger WHERE kind='hold'"
    )]
    public async Task The_database_itself_refuses_to_spoil_the_books(string sql)
    {
        await CreateAsync(await CallerAsync(10, 0));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Database.WriteAsync(t => t.Execute(sql)));
    }

    [Fact]
    public async Task A_write_that_throws_takes_nothing_with_it()
    {
        var writes = Enumerable
            .Range(0, 200)
            .Select(i =>
                Database.WriteAsync(transaction =>
                {
                    transaction.Execute(
                        "INSERT INTO audit(at,action,target,detail) VALUES(0,'try',@i,'')",
                        new { i = i.ToString(System.Globalization.CultureInfo.InvariantCulture) }
                    );
                    return i % 3 == 0 ? throw new InvalidOperationException() : i;
                })
            )
            .ToList();
        for (var i = 0; i < writes.Count; i++)
        {
            if (i % 3 == 0)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => writes[i]);
            }
            else
            {
                Assert.Equal(i, await writes[i]);
            }
        }

        var kept = await Database.ReadAsync(c => c.Query<int>("SELECT CAST(target AS INTEGER) FROM audit").ToList());
        Assert.Equal(Enumerable.Range(0, 200).Where(i => i % 3 != 0), kept.Order());
    }

    [Fact]
    public async Task Fifty_can_be_paid_so_fifty_of_384_at_once_are_accepted()
    {
        var caller = await CallerAsync(450, 50);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 384).Select(_ => Tasks.CreateAsync(New(caller), Roomy)));
        Assert.Equal(50, outcomes.Count(o => o.Verdict == CreateVerdict.Created));
        Assert.Equal(334, outcomes.Count(o => o.Verdict == CreateVerdict.NotEnoughCredits));
        Assert.Equal(new CreditBalance(0, 0), await Keys.BalanceAsync(caller.AccountId));
    }

    /// <summary>Any acts in any order at the same time: the books balance, and each account's balance is what its tasks leave it.</summary>
    [Fact]
    public async Task The_books_balance_whatever_happens_at_the_same_time()
    {
        var callers = new[] { await CallerAsync(300, 40), await CallerAsync(60, 0), await CallerAsync(0, 25) };
        var acts = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5]).Array[150].Array[4].Single();
        await Task.WhenAll(acts.Select(lane => Task.Run(() => ActAsync(callers, lane))));
        Assert.Empty(await new LedgerAudit(Database).FindFaultsAsync());
        foreach (var (caller, granted) in callers.Zip(new long[] { 340, 60, 25 }))
        {
            var tasks = await Tasks.ListAsync(caller.AccountId, null, null, 10_000);
            var kept = tasks.Where(t => t.State is not (TaskState.Failed or TaskState.Cancelled)).Sum(t => t.Cost);
            var balance = await Keys.BalanceAsync(caller.AccountId);
            Assert.Equal(granted - kept, balance.Credits + balance.ExtraCredits);
        }
    }

    protected abstract Task<IBookDatabase> OpenAsync();

    private static NewTask New(Caller caller) =>
        new(caller, "nuro", "vocal", "{}", 10) { Clips = [new NewClip { HasTaskId = true }] };

    private static FinishedClip Song(string id, params Blob[] files) =>
        new(id, "Title", "[verse]\nla", 12.5, "Pop", "Happy", "Female", "Warm", 7) { Blobs = files };

    private static Blob File(string id) =>
        new()
        {
            ClipId = id,
            Kind = "wav",
            Path = "a/b.wav",
            Bytes = 3,
            Sha256 = "00",
            ContentType = "audio/wav",
        };

    private async Task<Caller> CallerAsync(long credits, long extra)
    {
        var key = await Keys.CreateAsync("test", credits, extra);
        return new Caller(key.Id, key.AccountId);
    }

    private async Task<string> CreateAsync(Caller caller)
    {
        var outcome = await Tasks.CreateAsync(New(caller), Roomy);
        Assert.Equal(CreateVerdict.Created, outcome.Verdict);
        return outcome.TaskId!;
    }

    private async Task ActAsync(Caller[] callers, (int Who, int What)[] acts)
    {
        var mine = new List<(Caller Caller, string Id, int Attempt)>();
        foreach (var (who, what) in acts)
        {
            if (what <= 1 || mine.Count == 0)
            {
                var outcome = await Tasks.CreateAsync(New(callers[who]), Roomy);
                if (outcome.TaskId is { } id)
                {
                    mine.Add((callers[who], id, 0));
                }

                continue;
            }

            var (caller, task, attempt) = mine[(who * 7 + what) % mine.Count];
            switch (what)
            {
                case 2:
                    var claim = await Work.ClaimAsync(task);
                    mine.Add((caller, task, claim?.Attempt ?? attempt));
                    break;
                case 3:
                    await Work.FinishAsync(task, attempt, [Song(task)]);
                    break;
                case 4:
                    await Work.FailAsync(task, attempt, "api_error", "no");
                    break;
                default:
                    await Tasks.CancelAsync(caller.AccountId, task);
                    break;
            }
        }
    }
}

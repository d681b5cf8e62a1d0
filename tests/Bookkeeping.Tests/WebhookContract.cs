using Microsoft.Extensions.Time.Testing;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>What the books promise about webhooks, whatever database holds them. Inherited once for each product.</summary>
public abstract class WebhookContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<string, int> Nobody = [];
    private static readonly int[] Spacings = [10, 60];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private IBookDatabase _database = null!;

    private WebhookBook Hooks => new(_database, _clock);

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task InitializeAsync()
    {
        _database = await OpenAsync();
        await _database.MigrateAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_webhook_is_claimed_with_all_that_sending_needs()
    {
        var (caller, task) = await OweAsync();
        var hook = Assert.Single(await ClaimAsync());
        Assert.Equal((task, caller.AccountId, "nuro"), (hook.TaskId, hook.AccountId, hook.Family));
        Assert.Equal(("https://receiver.example/", "secret", "http://server"), (hook.Url, hook.Secret, hook.BaseUrl));
        Assert.Equal((WebhookEvent.Failed, null, 0), (hook.Event, hook.Body, hook.Tries));
        Assert.Equal(Now + (long)Lease.TotalMilliseconds, hook.Lease);
    }

    [Fact]
    public async Task A_claim_holds_until_its_lease_ends()
    {
        await OweAsync();
        var first = Assert.Single(await ClaimAsync());
        Assert.Empty(await ClaimAsync());
        _clock.Advance(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await ClaimAsync());
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.Id, Assert.Single(await ClaimAsync()).Id);
    }

    [Fact]
    public async Task A_webhook_is_claimed_once_however_many_claim()
    {
        for (var i = 0; i < 10; i++)
        {
            await OweAsync();
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ClaimAsync())));
        Assert.Equal(10, claims.SelectMany(hooks => hooks).Select(hook => hook.Id).Distinct().Count());
        Assert.Equal(10, claims.Sum(hooks => hooks.Count));
    }

    [Fact]
    public async Task A_claim_that_is_given_back_is_due_at_once()
    {
        await OweAsync();
        await Hooks.ReleaseAsync(Assert.Single(await ClaimAsync()));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task An_account_with_many_waiting_hides_nobody()
    {
        var busy = await CallerAsync();
        for (var i = 0; i < 50; i++)
        {
            await OweAsync(busy);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        var (other, _) = await OweAsync();
        var claimed = await Hooks.ClaimAsync(3, 4, Nobody, Lease);
        Assert.Equal(3, claimed.Count);
        Assert.Single(claimed, hook => hook.AccountId == other.AccountId);
    }

    [Fact]
    public async Task What_is_being_sent_counts_against_an_accounts_part()
    {
        var (caller, _) = await OweAsync();
        await OweAsync(caller);
        var atWork = new Dictionary<string, int> { [caller.AccountId] = 3 };
        Assert.Single(await Hooks.ClaimAsync(10, 4, atWork, Lease));
        Assert.Empty(await Hooks.ClaimAsync(10, 4, new Dictionary<string, int> { [caller.AccountId] = 4 }, Lease));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task A_failed_try_is_followed_by_another_after_its_spacing_until_there_is_none()
    {
        var (caller, task) = await OweAsync();
        foreach (var spacing in Spacings)
        {
            await FailAsync(Assert.Single(await ClaimAsync()));
            _clock.Advance(TimeSpan.FromSeconds(spacing) - TimeSpan.FromMilliseconds(1));
            Assert.Empty(await ClaimAsync());
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await FailAsync(Assert.Single(await ClaimAsync()));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await ClaimAsync());
        var log = Assert.Single((await Hooks.LogAsync(caller.AccountId, task))!);
        Assert.Equal((WebhookState.GivenUp, 3), (log.Webhook.State, log.Webhook.Tries));
        Assert.Equal(
            [(500, "no", 7), (500, "no", 7), (500, "no", 7)],
            log.Tries.Select(t => (t.Status!.Value, t.Error!, t.Milliseconds))
        );
        Assert.Null(log.Webhook.DeliveredAt);
    }

    [Fact]
    public async Task A_try_that_reached_the_receiver_ends_it()
    {
        var (caller, task) = await OweAsync();
        await Hooks.RecordAsync(Assert.Single(await ClaimAsync()), new WebhookOutcome(Now, 1, 204, null), Spacings);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ClaimAsync());
        var log = Assert.Single((await Hooks.LogAsync(caller.AccountId, task))!);
        Assert.Equal((WebhookState.Delivered, 1), (log.Webhook.State, log.Webhook.Tries));
        Assert.Equal(Now - 86_400_000, log.Webhook.DeliveredAt);
    }

    [Fact]
    public async Task A_final_refusal_ends_it()
    {
        var (caller, task) = await OweAsync();
        await Hooks.RecordAsync(
            Assert.Single(await ClaimAsync()),
            new WebhookOutcome(Now, 1, 410, "no more", true),
            Spacings
        );
        Assert.Equal(
            WebhookState.GivenUp,
            Assert.Single((await Hooks.LogAsync(caller.AccountId, task))!).Webhook.State
        );
    }

    [Fact]
    public async Task The_first_text_is_kept()
    {
        await OweAsync();
        var id = Assert.Single(await ClaimAsync()).Id;
        Assert.Equal("""{"a":"ü"}""", await Hooks.KeepBodyAsync(id, """{"a":"ü"}"""));
        Assert.Equal("""{"a":"ü"}""", await Hooks.KeepBodyAsync(id, "{}"));
        _clock.Advance(Lease);
        Assert.Equal("""{"a":"ü"}""", Assert.Single(await ClaimAsync()).Body);
    }

    [Fact]
    public async Task A_resend_starts_over_and_what_was_under_way_does_not_end_it()
    {
        var (caller, task) = await OweAsync();
        var first = Assert.Single(await ClaimAsync());
        Assert.True(await Hooks.ResendAsync(caller.AccountId, task, first.Id));
        await Hooks.RecordAsync(first, new WebhookOutcome(Now, 1, 200, null), Spacings);
        var again = Assert.Single(await ClaimAsync());
        Assert.Equal((first.Id, 0), (again.Id, again.Tries));
        await Hooks.RecordAsync(again, new WebhookOutcome(Now, 1, 200, null), Spacings);
        var log = Assert.Single((await Hooks.LogAsync(caller.AccountId, task))!);
        Assert.Equal((WebhookState.Delivered, 2), (log.Webhook.State, log.Tries.Count));
        Assert.True(await Hooks.ResendAsync(caller.AccountId, task, first.Id));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task Another_accounts_webhooks_are_unknown()
    {
        var (caller, task) = await OweAsync();
        var (other, otherTask) = await OweAsync();
        var id = Assert.Single((await Hooks.LogAsync(caller.AccountId, task))!).Webhook.Id;
        Assert.Null(await Hooks.LogAsync(other.AccountId, task));
        Assert.False(await Hooks.ResendAsync(other.AccountId, task, id));
        Assert.False(await Hooks.ResendAsync(other.AccountId, otherTask, id));
        Assert.False(await Hooks.ResendAsync(caller.AccountId, otherTask, id));
    }

    [Fact]
    public async Task A_task_without_an_address_owes_nothing()
    {
        var (caller, task) = await OweAsync(url: null);
        Assert.Empty((await Hooks.LogAsync(caller.AccountId, task))!);
        Assert.Empty(await ClaimAsync());
    }

    /// <summary>Opens a new database.</summary>
    protected abstract Task<IBookDatabase> OpenAsync();

    private Task<IReadOnlyList<DueWebhook>> ClaimAsync() => Hooks.ClaimAsync(100, 100, Nobody, Lease);

    private Task FailAsync(DueWebhook hook) => Hooks.RecordAsync(hook, new WebhookOutcome(Now, 7, 500, "no"), Spacings);

    private async Task<Caller> CallerAsync()
    {
        var key = await new KeyBook(_database, _clock).CreateAsync("test", 1_000);
        return new Caller(key.Id, key.AccountId);
    }

    private async Task<(Caller Caller, string Task)> OweAsync(
        Caller? of = null,
        string? url = "https://receiver.example/"
    )
    {
        var caller = of ?? await CallerAsync();
        var tasks = new TaskBook(_database, _clock);
        var task = new NewTask(caller, "nuro", "vocal", "{}", 10)
        {
            BaseUrl = "http://server",
            WebhookUrl = url,
            WebhookSecret = url is null ? null : "secret",
        };
        var id = (await tasks.CreateAsync(task, new QueueLimits(1_000, 1_000))).TaskId!;
        Assert.Equal(CancelVerdict.Cancelled, await tasks.CancelAsync(caller.AccountId, id));
        return (caller, id);
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Server.Hooks;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>Everything that sends webhooks, over a database of its own and a clock that a test moves.</summary>
internal sealed class HookRoom : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-hooks-").FullName;
    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private SqliteBookDatabase _database = null!;
    private WebhookCourier _courier = null!;
    private WebhookBell _bell = null!;
    private DataFolder _data = null!;

    private HookRoom() { }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public TroubadourSettings Settings { get; } = new();

    public TestBodies Bodies { get; } = new();

    public WebhookSender Sender { get; private set; } = null!;

    public WebhookBook Book => new(_database, Clock);

    public string SecretFile => Path.Combine(_folder, WebhookSecret.FileName);

    public static async Task<HookRoom> OpenAsync(Action<WebhookSettings>? set = null)
    {
        var room = new HookRoom();
        room.Settings.Webhooks.AllowPrivate = ["127.0.0.1"];
        set?.Invoke(room.Settings.Webhooks);
        room.Start();
        await room._database.MigrateAsync();
        return room;
    }

    /// <summary>What a crash and a new start do: nothing is kept but the data directory.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Start();
    }

    public async Task<Caller> CallerAsync()
    {
        var key = await new KeyBook(_database, Clock).CreateAsync("test", 10_000);
        return new Caller(key.Id, key.AccountId);
    }

    /// <summary>A task that has ended and owes a webhook.</summary>
    public async Task<(string AccountId, string TaskId)> OweAsync(
        string url,
        Caller? of = null,
        string? secret = "s3crét"
    )
    {
        var caller = of ?? await CallerAsync();
        var tasks = new TaskBook(_database, Clock);
        var task = new NewTask(caller, "test", "vocal", "{}", 1)
        {
            BaseUrl = "http://server",
            WebhookUrl = url,
            WebhookSecret = secret,
        };
        var id = (await tasks.CreateAsync(task, new QueueLimits(1_000, 1_000))).TaskId!;
        await tasks.CancelAsync(caller.AccountId, id);
        return (caller.AccountId, id);
    }

    /// <summary>Sends all that is due and waits for its end.</summary>
    public async Task SendAsync()
    {
        while (await Sender.BeginAsync(CancellationToken.None) > 0)
        {
            await Sender.IdleAsync();
        }
    }

    public async Task<WebhookLog> LogAsync((string AccountId, string TaskId) owed) =>
        Assert.Single((await Book.LogAsync(owed.AccountId, owed.TaskId))!);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _metrics.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Start()
    {
        _data = DataFolder.Open(_folder);
        _database = new SqliteBookDatabase(_data.Database);
        _bell = new WebhookBell();
        var secret = new WebhookSecret(_data, new HouseBook(_database, Clock), Settings);
        _courier = new WebhookCourier(Book, [Bodies], secret, Settings, Clock, NullLogger<WebhookCourier>.Instance);
        var meters = new Meters(_metrics.GetRequiredService<IMeterFactory>());
        Sender = new WebhookSender(Book, _courier, _bell, Settings, meters, Clock, NullLogger<WebhookSender>.Instance);
    }

    private async Task StopAsync()
    {
        await _database.DisposeAsync();
        Sender.Dispose();
        _courier.Dispose();
        _data.Dispose();
    }
}

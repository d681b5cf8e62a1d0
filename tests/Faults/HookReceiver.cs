using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Troubadour.Peers;

namespace Troubadour.Faults;

/// <summary>Takes webhooks, behind a relay that can be cut.</summary>
public sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookReceiver(WebApplication app)
    {
        _app = app;
        Relay = new Relay(new Uri(app.Urls.First()).Port);
    }

    /// <summary>How it is reached.</summary>
    public Relay Relay { get; }

    /// <summary>Its address.</summary>
    public string Url => $"http://127.0.0.1:{Relay.Port}/hook";

    /// <summary>How often each message came, by its id.</summary>
    public ConcurrentDictionary<string, int> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts one.</summary>
    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        HookReceiver? receiver = null;
        app.MapPost("/hook", (HttpContext context) => receiver!.Take(context));
        await app.StartAsync();
        return receiver = new HookReceiver(app);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Relay.DisposeAsync();
        await _app.DisposeAsync();
    }

    private IResult Take(HttpContext context)
    {
        Messages.AddOrUpdate(context.Request.Headers["X-Webhook-Id"].ToString(), 1, (_, times) => times + 1);
        return Results.Ok();
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Telemetry;

namespace Troubadour.Server.Hooks;

/// <summary>
/// Sends webhooks that are due, several side by side and a few of each account, so that a receiver that is down delays its own
/// account's webhooks alone. The rows are the truth; this only acts on them.
/// </summary>
internal sealed class WebhookSender(
    WebhookBook book,
    WebhookCourier courier,
    WebhookBell bell,
    TroubadourSettings settings,
    Meters meters,
    TimeProvider clock,
    ILogger<WebhookSender> logger
) : BackgroundService
{
    private const int MostAtOnce = 32;
    private const int MostPerAccount = 4;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaseSlack = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Sending> _atWork = new(StringComparer.Ordinal);

    private TimeSpan Lease => TimeSpan.FromSeconds(settings.Webhooks.TimeoutSeconds) + LeaseSlack;

    /// <summary>Claims what is due and has room now, and begins to send it.</summary>
    /// <returns>How many were begun.</returns>
    public async Task<int> BeginAsync(CancellationToken cancellation)
    {
        var counts = _atWork
            .Values.GroupBy(sending => sending.AccountId, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.Count(), StringComparer.Ordinal);
        var room = MostAtOnce - counts.Values.Sum();
        if (room <= 0)
        {
            return 0;
        }

        var claimed = await book.ClaimAsync(room, MostPerAccount, counts, Lease, cancellation);
        foreach (var hook in claimed)
        {
            // Entered before it starts: it takes itself out at its end.
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _atWork[Key(hook)] = new Sending(hook.AccountId, SendAsync(hook, gate.Task, cancellation));
            gate.SetResult();
        }

        return claimed.Count;
    }

    /// <summary>Waits until nothing is being sent.</summary>
    public Task IdleAsync() => Task.WhenAll(_atWork.Values.Select(sending => sending.Work));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await bell.WaitAsync(Period, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await IdleAsync();
        }
    }

    private static string Key(DueWebhook hook) => $"{hook.Id}/{hook.Lease}";

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await BeginAsync(cancellation);
        }
        catch (DbException e)
        {
            logger.LogError(e, "Webhooks could not be read; trying again.");
        }
    }

    private async Task SendAsync(DueWebhook hook, Task begin, CancellationToken cancellation)
    {
        await begin;
        try
        {
            var outcome = await courier.TryAsync(hook, cancellation);
            await book.RecordAsync(hook, outcome, settings.Webhooks.RetrySeconds, CancellationToken.None);
            meters.Webhook(
                outcome.Error is null ? "delivered"
                : outcome.IsFinal ? "given up"
                : "failed"
            );
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await book.ReleaseAsync(hook, CancellationToken.None);
        }
#pragma warning disable CA1031 // One webhook that cannot be sent must not end the sending of others; its lease ends by itself.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "The webhook {Id} could not be sent.", hook.Id);
        }
        finally
        {
            _atWork.TryRemove(Key(hook), out _);
            bell.Ring();
        }
    }

    private sealed record Sending(string AccountId, Task Work);
}

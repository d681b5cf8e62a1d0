using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Troubadour.Bookkeeping;
using Troubadour.Server.Outgoing;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Hooks;

/// <summary>
/// Makes one try to deliver a webhook: the same id and bytes every time, a fresh timestamp and signature. Only the answer's status counts;
/// its body is not read, and a redirect is a failure.
/// </summary>
internal sealed class WebhookCourier : IDisposable
{
    private readonly WebhookBook _book;
    private readonly Dictionary<string, IWebhookBodies> _bodies;
    private readonly WebhookSecret _secret;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookCourier> _logger;
    private readonly TimeSpan _timeout;
    private readonly SafeHttp _http;

    public WebhookCourier(
        WebhookBook book,
        IEnumerable<IWebhookBodies> bodies,
        WebhookSecret secret,
        TroubadourSettings settings,
        TimeProvider clock,
        ILogger<WebhookCourier> logger
    )
    {
        (_book, _secret, _clock, _logger) = (book, secret, clock, logger);
        _bodies = bodies.ToDictionary(family => family.Family, StringComparer.Ordinal);
        _timeout = TimeSpan.FromSeconds(settings.Webhooks.TimeoutSeconds);
        _http = new SafeHttp(new Destinations(settings.Webhooks.AllowPrivate, allowsHttp: false));
    }

    /// <summary>Tries once.</summary>
    public async Task<WebhookOutcome> TryAsync(DueWebhook hook, CancellationToken cancellation)
    {
        var at = _clock.GetUtcNow();
        var start = _clock.GetTimestamp();
        var (status, error, isFinal) = await AttemptAsync(hook, at, cancellation);
        var milliseconds = (int)_clock.GetElapsedTime(start).TotalMilliseconds;
        return new WebhookOutcome(at.ToUnixTimeMilliseconds(), milliseconds, status, error, isFinal);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int? Status, string? Error, bool IsFinal)> AttemptAsync(
        DueWebhook hook,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        byte[]? body;
        try
        {
            body = await BodyAsync(hook, cancellation);
        }
#pragma warning disable CA1031 // Whatever a family's code throws, the webhook waits for its next try.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _logger.LogError(e, "The webhook {Id} of task {Task} could not be written.", hook.Id, hook.TaskId);
            return (null, "the message could not be written", false);
        }

        return body is null
            ? (null, "there is nothing to tell any more", true)
            : await PostSafelyAsync(hook, at, body, cancellation);
    }

    private async Task<(int? Status, string? Error, bool IsFinal)> PostSafelyAsync(
        DueWebhook hook,
        DateTimeOffset at,
        byte[] body,
        CancellationToken cancellation
    )
    {
        try
        {
            return await PostAsync(hook, at, body, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "the host did not answer in time", false);
        }
        catch (FormatException e)
        {
            return (null, "the address " + e.Message.TrimEnd('.'), false);
        }
        catch (Exception e) when (e is not OperationCanceledException && OutgoingFault.Describe(e) is not null)
        {
            return (null, OutgoingFault.Describe(e), false);
        }
    }

    private async Task<byte[]?> BodyAsync(DueWebhook hook, CancellationToken cancellation)
    {
        if (hook.Body is not null)
        {
            return Encoding.UTF8.GetBytes(hook.Body);
        }

        if (!_bodies.TryGetValue(hook.Family, out var family))
        {
            return null;
        }

        var subject = new WebhookSubject(hook.TaskId, hook.AccountId, hook.Event, hook.BaseUrl);
        var fresh = await family.RenderAsync(subject, cancellation);
        return fresh is null
            ? null
            : Encoding.UTF8.GetBytes(await _book.KeepBodyAsync(hook.Id, Encoding.UTF8.GetString(fresh), cancellation));
    }

    private async Task<(int? Status, string? Error, bool IsFinal)> PostAsync(
        DueWebhook hook,
        DateTimeOffset at,
        byte[] body,
        CancellationToken cancellation
    )
    {
        using var limit = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var secret = hook.Secret ?? await _secret.ReadAsync(cancellation);
        using var request = Request(hook, at, body, secret);
        using var response = await _http.SendAsync(request, either.Token);
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 and var status => (status, null, false),
            >= 300 and < 400 and var status => (status, "redirects are not followed", false),
            (int)HttpStatusCode.Gone and var status => (status, "the receiver wants no more", true),
            var status => (status, "the receiver refused", false),
        };
    }

    private static HttpRequestMessage Request(DueWebhook hook, DateTimeOffset at, byte[] body, string secret)
    {
        var seconds = at.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Webhook-Id", hook.Id);
        request.Headers.Add("Idempotency-Key", hook.Id);
        request.Headers.Add("X-Webhook-Event", hook.Event);
        request.Headers.Add("X-Webhook-Timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Webhook-Signature", WebhookSignature.Of(secret, seconds, body));
        return request;
    }
}

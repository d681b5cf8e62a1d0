using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Http;

/// <summary>Adds to a task what every request that makes something may bring: idempotency, webhook, trace, the way back.</summary>
internal sealed class Submission(WebhookFields webhooks, PublicLinks links)
{
    /// <summary>The task with all of it.</summary>
    /// <exception cref="ApiException">400: the webhook's fields are not allowed.</exception>
    public NewTask Of(HttpContext context, NewTask task, Fields body, byte[] bytes) =>
        WithHook(context, task, body) with
        {
            Idempotency = Idempotency.Of(context, bytes),
        };

    /// <summary>The task without idempotency: one of several that a request makes.</summary>
    /// <exception cref="ApiException">400: the webhook's fields are not allowed.</exception>
    public NewTask WithHook(HttpContext context, NewTask task, Fields body)
    {
        var hook = webhooks.Read(body);
        return task with
        {
            BaseUrl = links.Root(context),
            Trace = Activity.Current?.Id,
            WebhookUrl = hook.Url,
            WebhookSecret = hook.Secret,
        };
    }
}

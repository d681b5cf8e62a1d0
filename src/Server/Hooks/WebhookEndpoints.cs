using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Hooks;

/// <summary>Our own routes for webhooks: what became of them, and once more.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/tasks/{id}/webhooks").AddEndpointFilter<BearerKeys>().WithTags("webhooks");
        group
            .MapGet("/", ListAsync)
            .WithName("list-webhooks")
            .WithSummary("See what became of a task's webhooks, try by try")
            .Produces<WebhookPage>()
            .Problems(401, 404);
        group
            .MapPost("/{webhookId}/resend", ResendAsync)
            .WithName("resend-webhook")
            .WithSummary("Send a webhook once more, now; its id and body stay the same")
            .Produces<WebhookPage>()
            .Problems(401, 404);
    }

    private static async Task<IResult> ListAsync(string id, HttpContext context, WebhookBook book)
    {
        var log =
            await book.LogAsync(context.Caller().AccountId, id, context.RequestAborted)
            ?? throw ApiException.NotFound("There is no task with this id.");
        return Results.Json(new WebhookPage([.. log.Select(ItemOf)]), Json.Options);
    }

    private static async Task<IResult> ResendAsync(
        string id,
        string webhookId,
        HttpContext context,
        WebhookBook book,
        WebhookBell bell
    )
    {
        if (!await book.ResendAsync(context.Caller().AccountId, id, webhookId, context.RequestAborted))
        {
            throw ApiException.NotFound("There is no webhook with this id.");
        }

        bell.Ring();
        return await ListAsync(id, context, book);
    }

    private static WebhookItem ItemOf(WebhookLog log) =>
        new()
        {
            Id = log.Webhook.Id,
            Event = log.Webhook.Event,
            Url = log.Webhook.Url,
            State = log.Webhook.State,
            Tries = [.. log.Tries.Select(t => new WebhookTryItem(TimeOf(t.At), t.Status, t.Error, t.Milliseconds))],
            CreatedAt = TimeOf(log.Webhook.CreatedAt),
            NextAt = log.Webhook.State == WebhookState.Waiting ? TimeOf(log.Webhook.NextAt) : null,
            DeliveredAt = log.Webhook.DeliveredAt is { } at ? TimeOf(at) : null,
        };

    private static DateTimeOffset TimeOf(long unixMilliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds);
}

using System.Text.Json;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Studio;

/// <summary>What webhooks about studio tasks say (contract 8).</summary>
internal sealed class WebhookBodies(TaskBook tasks) : IWebhookBodies
{
    public string Family => CreateDesk.Family;

    public async Task<byte[]?> RenderAsync(WebhookSubject subject, CancellationToken cancellation)
    {
        var task = await tasks.FindAsync(subject.AccountId, subject.TaskId, cancellation);
        if (task is null)
        {
            return null;
        }

        var failed = subject.Event == WebhookEvent.Failed;
        var (code, type, message) = failed ? TaskEnd.Failure(task) : (200, null, "success");
        var body = new WebhookBody
        {
            Code = code,
            Type = type,
            Data = Responses.Of(task, task.BaseUrl),
            Message = message,
            TaskId = task.Id,
            Event = subject.Event,
            AlreadyRefunded = failed ? true : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
    }
}

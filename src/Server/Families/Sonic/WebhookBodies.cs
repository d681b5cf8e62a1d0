using System.Text.Json;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What webhooks about sonic tasks say (contract 8).</summary>
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

        var (code, type, message) = subject.Event == WebhookEvent.Failed ? TaskEnd.Failure(task) : (200, "", "success");
        var body = new WebhookBody
        {
            Code = code,
            Type = type.Length > 0 ? type : null,
            Data = Responses.Clips(task, task.BaseUrl),
            Message = message,
            TaskId = task.Id,
            Event = subject.Event,
            AlreadyRefunded = subject.Event == WebhookEvent.Failed ? true : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
    }
}

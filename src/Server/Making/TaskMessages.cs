using System.Text.Json;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;

namespace Troubadour.Server.Making;

/// <summary>Writes the webhooks of a family whose polls have "data" (contract 8).</summary>
internal abstract class TaskMessages(TaskBook tasks) : IWebhookBodies
{
    /// <inheritdoc />
    public abstract string Family { get; }

    /// <summary>The contract's name for the family.</summary>
    protected virtual string Platform => Family;

    /// <inheritdoc />
    public async Task<byte[]?> RenderAsync(WebhookSubject subject, CancellationToken cancellation)
    {
        var task = await tasks.FindAsync(subject.AccountId, subject.TaskId, cancellation);
        if (task is null)
        {
            return null;
        }

        var failed = subject.Event == WebhookEvent.Failed;
        var (code, type, message) = failed ? TaskEnd.Failure(task) : (200, null, "success");
        var body = new TaskMessage
        {
            Code = code,
            Type = type,
            Data = await DataAsync(task, cancellation),
            Message = message,
            TaskId = task.Id,
            Platform = Platform,
            Event = subject.Event,
            AlreadyRefunded = failed ? true : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
    }

    /// <summary>What a poll of the task has under "data".</summary>
    protected abstract Task<object> DataAsync(MusicTask task, CancellationToken cancellation);
}

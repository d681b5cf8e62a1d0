using Troubadour.Bookkeeping;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Studio;

/// <summary>What webhooks about studio tasks say (contract 8).</summary>
internal sealed class WebhookBodies(TaskBook tasks) : TaskMessages(tasks)
{
    public override string Family => CreateDesk.Family;

    protected override Task<object> DataAsync(MusicTask task, CancellationToken cancellation) =>
        Task.FromResult<object>(Responses.Of(task, task.BaseUrl));
}

using Troubadour.Bookkeeping;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What webhooks about sonic tasks say (contract 8).</summary>
internal sealed class WebhookBodies(TaskBook tasks) : TaskMessages(tasks)
{
    public override string Family => CreateDesk.Family;

    protected override string Platform => "suno";

    protected override Task<object> DataAsync(MusicTask task, CancellationToken cancellation) =>
        Task.FromResult<object>(Responses.Clips(task, task.BaseUrl));
}

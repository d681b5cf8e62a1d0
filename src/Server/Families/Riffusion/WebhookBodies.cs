using Troubadour.Bookkeeping;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>What webhooks about riffusion tasks say (contract 8).</summary>
internal sealed class WebhookBodies(TaskBook tasks, Responses responses) : TaskMessages(tasks)
{
    public override string Family => CreateDesk.Family;

    protected override async Task<object> DataAsync(MusicTask task, CancellationToken cancellation) =>
        await responses.ClipsAsync(task, task.BaseUrl, cancellation);
}

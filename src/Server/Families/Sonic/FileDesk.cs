using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Takes a file and plans its edit.</summary>
internal sealed class FileDesk(UploadCall upload, CreateDesk desk, Prices prices)
{
    /// <summary>The clip that a body's file becomes.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public Task<string> TakeAsync(HttpContext context, Fields body, string taskType, IdempotencyKey? idempotency) =>
        upload.TakeAsync(
            context,
            body,
            CreateDesk.Family,
            prices.Upload,
            prices.Upload + prices.Create(taskType),
            // The request's own key is the edit's.
            idempotency is null
                ? null
                : idempotency with
                {
                    Key = idempotency.Key + " upload",
                }
        );

    /// <summary>The edit's task.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public Task<NewTask> PlanAsync(HttpContext context, Fields body) =>
        desk.PlanAsync(context.Caller(), body, context.RequestAborted);
}

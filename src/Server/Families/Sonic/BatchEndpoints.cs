using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Up to ten creates in one call, each accepted or refused by itself.</summary>
internal static class BatchEndpoints
{
    private const int MostItems = 10;
    private const string Refused = "refused";

    public static void MapBatch(this IEndpointRouteBuilder group)
    {
        group
            .MapPost("/batch", CreateAsync)
            .WithName("sonic-batch")
            .WithSummary("Up to ten creates in one call")
            .WithMetadata(Documents.Batch)
            .Produces<BatchAnswer>()
            .Refuses(400, 401, 403, 413, 429, 503);
        group
            .MapGet("/batch", FindAsync)
            .WithName("sonic-batch-status")
            .WithSummary("How the tasks of a batch are getting on")
            .WithMetadata(Documents.BatchStatus)
            .Produces<BatchAnswer>()
            .Refuses(400, 401);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        CreateDesk desk,
        Submission submission,
        TaskDoor tasks,
        BatchBook batches,
        TimeProvider clock
    )
    {
        var (root, _) = await Body.ReadAsync(context);
        var bodies = new Fields(root).Objects("items", MostItems);
        if (bodies.IsEmpty)
        {
            throw ApiException.BadRequest($"items must hold 1 to {MostItems} create bodies.");
        }

        var items = new List<BatchItem>();
        ApiException? first = null;
        for (var i = 0; i < bodies.Length; i++)
        {
            try
            {
                var task = await desk.PlanAsync(context.Caller(), bodies[i], context.RequestAborted);
                var id = await tasks.CreateAsync(submission.WithHook(context, task, bodies[i]), Refusals.QueueFull());
                items.Add(
                    new BatchItem
                    {
                        Index = i,
                        TaskId = id,
                        Status = "pending",
                    }
                );
            }
            catch (ApiException e)
            {
                first ??= e;
                items.Add(
                    new BatchItem
                    {
                        Index = i,
                        Status = Refused,
                        Error = e.Message,
                        Code = e.Status,
                    }
                );
            }
        }

        if (items.TrueForAll(item => item.TaskId is null))
        {
            throw first!;
        }

        var batch = new Batch
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            AccountId = context.Caller().AccountId,
            Items = JsonSerializer.Serialize(items, Json.Options),
            CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        await batches.AddAsync(batch);
        return Results.Json(Answer(batch.Id, items), Json.Options);
    }

    private static async Task<IResult> FindAsync(HttpContext context, BatchBook batches, TaskBook tasks)
    {
        var account = context.Caller().AccountId;
        var id = context.Request.Query["batch_id"].ToString();
        if (id.Length == 0)
        {
            throw ApiException.BadRequest("batch_id is required.");
        }

        var batch =
            await batches.FindAsync(account, id, context.RequestAborted)
            ?? throw ApiException.BadRequest("batch not found.");
        var items = JsonSerializer.Deserialize<List<BatchItem>>(batch.Items, Json.Options)!;
        for (var i = 0; i < items.Count; i++)
        {
            if (
                items[i].TaskId is { } taskId
                && await tasks.FindAsync(account, taskId, context.RequestAborted) is { } task
            )
            {
                items[i] = items[i] with { Status = TaskEnd.StateOf(task.State), Error = task.ErrorText };
            }
        }

        return Results.Json(Answer(batch.Id, items), Json.Options);
    }

    private static BatchAnswer Answer(string id, IReadOnlyList<BatchItem> items) =>
        new(200, "success", id, items.Count(item => item.TaskId is not null), items);
}

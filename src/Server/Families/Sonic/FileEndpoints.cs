using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.OpenApi;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Calls that take a file and edit it at once (contract 3.7).</summary>
internal static class FileEndpoints
{
    // Stands for the clip that the file is going to be while the other fields are checked.
    private const string NoClip = "-";

    public static void MapFiles(this IEndpointRouteBuilder group)
    {
        Map(group, "/upload-extend", "extend_upload_music", "Let a file go on", Documents.UploadExtend);
        Map(group, "/upload-cover", "cover_upload_music", "A file in another style", Documents.UploadCover);
    }

    private static void Map(
        IEndpointRouteBuilder group,
        string path,
        string taskType,
        string summary,
        OperationDocument document
    ) =>
        group
            .MapPost(
                path,
                (HttpContext context, FileDesk desk, Submission submission, TaskDoor tasks) =>
                    CreateAsync(context, taskType, desk, submission, tasks)
            )
            .WithName("sonic" + path.Replace('/', '-'))
            .WithSummary(summary)
            .WithMetadata(document)
            .Produces<CreateAnswer>()
            .Refuses(400, 401, 403, 413, 422, 429, 503);

    private static async Task<IResult> CreateAsync(
        HttpContext context,
        string taskType,
        FileDesk desk,
        Submission submission,
        TaskDoor tasks
    )
    {
        var (root, bytes) = await Body.ReadAsync(context);
        Requests.Read(Edit(root, taskType, NoClip));
        var clip = await desk.TakeAsync(context, new Fields(root), taskType, Idempotency.Of(context, bytes));
        var body = Edit(root, taskType, clip);
        var task = await desk.PlanAsync(context, body);
        var id = await tasks.CreateAsync(submission.Of(context, task, body, bytes), Refusals.QueueFull());
        return Results.Json(new CreateAnswer(200, "success", id), Json.Options);
    }

    // The create body that the call stands for.
    private static Fields Edit(JsonElement root, string taskType, string clip)
    {
        var body = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in root.EnumerateObject())
        {
            body[field.Name] = field.Value;
        }

        body["task_type"] = JsonSerializer.SerializeToElement(taskType);
        body["continue_clip_id"] = JsonSerializer.SerializeToElement(clip);
        return new Fields(JsonSerializer.SerializeToElement(body));
    }
}

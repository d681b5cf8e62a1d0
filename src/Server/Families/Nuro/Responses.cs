using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Translates a task back into the family's words.</summary>
internal static class Responses
{
    public static CreateAnswer Created(string taskId) => new(200, "success", taskId);

    public static IResult Poll(MusicTask task, Clip clip, string audioUrl) =>
        task.State is TaskState.Failed or TaskState.Cancelled
            ? Failed(task)
            : Results.Json(Answer(task, clip, audioUrl), Json.Options);

    /// <summary>The ten keys.</summary>
    public static TaskAnswer Answer(MusicTask task, Clip clip, string audioUrl)
    {
        var done = task.State == TaskState.Succeeded;
        return new TaskAnswer
        {
            TaskId = task.Id,
            Status = task.State switch
            {
                TaskState.Queued => "pending",
                TaskState.Running => "running",
                _ => "succeeded",
            },
            Progress = done ? 100 : Math.Clamp(task.Progress, task.State == TaskState.Running ? 1 : 0, 99),
            AudioUrl = done ? audioUrl : "",
            // The family shows what leads to a chorus as a bridge (contract 2.1).
            Lyrics = clip.Lyrics.Replace("[pre-chorus]", "[bridge]", StringComparison.Ordinal),
            Duration = clip.Seconds ?? 0,
            Genre = clip.Genre,
            Mood = clip.Mood,
            Gender = clip.Gender,
            Timbre = Enum.TryParse<Timbre>(clip.Timbre, out var timbre) ? Literals.Of(timbre) : "",
        };
    }

    /// <summary>What a failed task tells.</summary>
    public static FailedAnswer Failure(MusicTask task) =>
        new()
        {
            Code = task.ErrorType == "timeout" ? 504 : 500,
            TaskId = task.Id,
            Type = task.ErrorType ?? "api_error",
            Message = task.ErrorText ?? "The song could not be made.",
        };

    private static IResult Failed(MusicTask task)
    {
        var failure = Failure(task);
        return Results.Json(failure, Json.Options, statusCode: failure.Code);
    }
}

using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Translates a task back into the family's words.</summary>
internal static class Responses
{
    public static CreateAnswer Created(string taskId) => new(200, "success", taskId);

    public static IResult Poll(SongStatus song, string audioUrl) =>
        song.State is TaskState.Failed or TaskState.Cancelled
            ? Failed(song)
            : Results.Json(Answer(song, audioUrl), Json.Options);

    /// <summary>The ten keys.</summary>
    public static TaskAnswer Answer(SongStatus song, string audioUrl)
    {
        var done = song.State == TaskState.Succeeded;
        return new TaskAnswer
        {
            TaskId = song.TaskId,
            Status = song.State switch
            {
                TaskState.Queued => "pending",
                TaskState.Running => "running",
                _ => "succeeded",
            },
            Progress = done ? 100 : Math.Clamp(song.Progress, song.State == TaskState.Running ? 1 : 0, 99),
            AudioUrl = done ? audioUrl : "",
            // The family shows what leads to a chorus as a bridge (contract 2.1).
            Lyrics = song.Lyrics.Replace("[pre-chorus]", "[bridge]", StringComparison.Ordinal),
            Duration = song.Seconds ?? 0,
            Genre = song.Genre,
            Mood = song.Mood,
            Gender = song.Gender,
            Timbre = Enum.TryParse<Timbre>(song.Timbre, out var timbre) ? Literals.Of(timbre) : "",
        };
    }

    /// <summary>What a failed task tells.</summary>
    public static FailedAnswer Failure(SongStatus song) =>
        new()
        {
            Code = song.ErrorType == "timeout" ? 504 : 500,
            TaskId = song.TaskId,
            Type = song.ErrorType ?? "api_error",
            Message = song.ErrorText ?? "The song could not be made.",
        };

    private static IResult Failed(SongStatus song)
    {
        var failure = Failure(song);
        return Results.Json(failure, Json.Options, statusCode: failure.Code);
    }
}

using System.Globalization;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Studio;

/// <summary>Translates tasks and clips back into the family's words.</summary>
internal static class Responses
{
    private const int Done = 100;
    private const int Decimals = 2;

    /// <summary>The answer to a poll.</summary>
    /// <param name="task">The task.</param>
    /// <param name="root">How the caller reaches the server.</param>
    public static PollAnswer Poll(MusicTask task, string root) =>
        new() { Data = Of(task, root), AlreadyRefunded = HasFailed(task) ? true : null };

    /// <summary>The task with its songs.</summary>
    /// <param name="task">The task.</param>
    /// <param name="root">How the caller reaches the server.</param>
    public static TaskAnswer Of(MusicTask task, string root) =>
        new()
        {
            TaskId = task.Id,
            NotifyHook = task.WebhookUrl ?? "",
            Action = task.Action,
            Status = task.State switch
            {
                TaskState.Queued => "QUEUED",
                TaskState.Running => "IN_PROGRESS",
                TaskState.Succeeded => "SUCCESS",
                _ => "FAILURE",
            },
            FailReason = HasFailed(task) ? TaskEnd.Failure(task).Message : "",
            SubmitTime = Seconds(task.CreatedAt),
            StartTime = Seconds(task.StartedAt),
            FinishTime = Seconds(task.FinishedAt),
            Progress = string.Create(CultureInfo.InvariantCulture, $"{Progress(task)}%"),
            Data = new SongList([.. task.Clips.Select(clip => Of(clip, task, root))]),
        };

    private static bool HasFailed(MusicTask task) => task.State is TaskState.Failed or TaskState.Cancelled;

    private static int Progress(MusicTask task) =>
        task.State is TaskState.Queued or TaskState.Running ? Math.Clamp(task.Progress, 0, Done - 1) : Done;

    private static long Seconds(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToUnixTimeSeconds() : 0;

    private static SongAnswer Of(Clip clip, MusicTask task, string root)
    {
        var echo = Echo.Read(clip.Asked);
        var done = TaskEnd.IsDone(clip);
        var failed = !done && HasFailed(task);
        return new SongAnswer
        {
            Id = clip.Id,
            Title = clip.Title,
            Tags = clip.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Lyrics = done ? ShownLyrics.Of(echo.Lyrics, clip.Lyrics) : "",
            Prompt = echo.Description ?? "",
            Duration = Math.Round(clip.Seconds ?? 0, Decimals),
            ImagePath = done ? PublicLinks.Song(root, clip.Id, "jpg") : "",
            SongPath = done ? PublicLinks.Song(root, clip.Id) : "",
            CreatedAt = DateTimeOffset
                .FromUnixTimeMilliseconds(clip.CreatedAt)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Finished = done,
            ErrorType = failed ? TaskEnd.Failure(task).Type : null,
            ErrorDetail = failed ? clip.ErrorText ?? TaskEnd.Failure(task).Message : null,
        };
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Translates tasks and clips back into the family's words.</summary>
internal static class Responses
{
    /// <summary>The answer to a poll: 202 until a worker has begun, then the clips, then perhaps an error.</summary>
    /// <param name="task">The task.</param>
    /// <param name="root">How the caller reaches the server.</param>
    public static IResult Poll(MusicTask task, string root)
    {
        if (task.State == TaskState.Queued && !task.Clips.Any(IsDone))
        {
            return Results.Json(new NotReadyAnswer(), Json.Options, statusCode: StatusCodes.Status202Accepted);
        }

        return task.State is TaskState.Failed or TaskState.Cancelled && !task.Clips.Any(IsDone)
            ? Failed(task)
            : Results.Json(new PollAnswer(200, Clips(task, root), "success"), Json.Options);
    }

    /// <summary>A task's clips.</summary>
    public static IReadOnlyList<ClipAnswer> Clips(MusicTask task, string root) =>
        [.. task.Clips.Select(clip => Of(clip, root))];

    /// <summary>The status and the contract's word of a task that failed.</summary>
    public static (int Status, string Type, string Message) Failure(MusicTask task) =>
        (
            task.ErrorType == "timeout"
                ? StatusCodes.Status504GatewayTimeout
                : StatusCodes.Status500InternalServerError,
            task.ErrorType ?? "api_error",
            task.ErrorText ?? "The song could not be made."
        );

    /// <summary>The contract's word for a state of a task or a clip.</summary>
    public static string StateOf(string state) =>
        state switch
        {
            TaskState.Queued => "pending",
            TaskState.Cancelled => "failed",
            _ => state,
        };

    private static bool IsDone(Clip clip) => clip.State == TaskState.Succeeded;

    // The stems of instruments have no words.
    private static string Sung(Clip clip) =>
        clip.Stem.Length == 0 || clip.Stem.Contains("vocals", StringComparison.Ordinal) ? clip.Lyrics : "";

    private static ClipAnswer Of(Clip clip, string root)
    {
        var echo = Echo.Read(clip.Asked);
        var done = IsDone(clip);
        return new ClipAnswer
        {
            ClipId = clip.Id,
            State = StateOf(clip.State),
            Title = clip.Title,
            Tags = clip.Tags,
            Lyrics = done && clip.Kind != ClipKind.Upload ? ShownLyrics.Of(echo.Lyrics, Sung(clip)) : "",
            ImageUrl = done && clip.Kind != ClipKind.Upload ? PublicLinks.Song(root, clip.Id, "jpg") : "",
            AudioUrl = done ? PublicLinks.Song(root, clip.Id, "mp3") : "",
            CreatedAt = DateTimeOffset
                .FromUnixTimeMilliseconds(clip.CreatedAt)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Model = clip.Model,
            Description = echo.Description,
            Duration = (clip.Seconds ?? 0).ToString("F2", CultureInfo.InvariantCulture),
            NegativeTags = echo.NegativeTags,
            StyleWeight = echo.StyleWeight,
            Weirdness = echo.Weirdness,
            Stem = clip.Stem.Length > 0 ? clip.Stem : null,
            Error = clip.ErrorText,
        };
    }

    private static IResult Failed(MusicTask task)
    {
        var (status, type, message) = Failure(task);
        var answer = new FailedAnswer
        {
            Code = status,
            Type = type,
            Message = message,
        };
        return Results.Json(answer, Json.Options, statusCode: status);
    }
}

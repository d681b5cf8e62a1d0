using System.Globalization;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Translates tasks and clips back into the family's words.</summary>
internal static class Responses
{
    /// <summary>The answer to a poll: 202 until a worker has begun, then the clips, then perhaps an error.</summary>
    /// <param name="task">The task.</param>
    /// <param name="root">How the caller reaches the server.</param>
    public static IResult Poll(MusicTask task, string root)
    {
        if (TaskEnd.IsWaiting(task))
        {
            return Results.Json(new NotReadyAnswer(), Json.Options, statusCode: StatusCodes.Status202Accepted);
        }

        return TaskEnd.HasNothing(task)
            ? FailedAnswer.Of(task)
            : Results.Json(new PollAnswer(200, Clips(task, root), "success"), Json.Options);
    }

    /// <summary>A task's clips.</summary>
    public static IReadOnlyList<ClipAnswer> Clips(MusicTask task, string root) =>
        [.. task.Clips.Select(clip => Of(clip, root))];

    // The stems of instruments have no words.
    private static string Sung(Clip clip) =>
        clip.Stem.Length == 0 || clip.Stem.Contains("vocals", StringComparison.Ordinal) ? clip.Lyrics : "";

    private static ClipAnswer Of(Clip clip, string root)
    {
        var echo = Echo.Read(clip.Asked);
        var done = TaskEnd.IsDone(clip);
        return new ClipAnswer
        {
            ClipId = clip.Id,
            State = TaskEnd.StateOf(clip.State),
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
            IsEstimated = echo.IsEstimated,
            Stem = clip.Stem.Length > 0 ? clip.Stem : null,
            Error = clip.ErrorText,
        };
    }
}

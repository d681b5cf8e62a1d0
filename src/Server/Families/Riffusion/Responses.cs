using System.Globalization;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>Translates tasks and clips back into the family's words.</summary>
internal sealed class Responses(ClipWords words)
{
    private const int Decimals = 3;

    /// <summary>The answer to a poll: 202 until a worker has begun, then the clips, then perhaps an error.</summary>
    /// <param name="task">The task.</param>
    /// <param name="root">How the caller reaches the server.</param>
    /// <param name="cancellation">Ends the reading of word times.</param>
    public async Task<IResult> PollAsync(MusicTask task, string root, CancellationToken cancellation)
    {
        if (TaskEnd.IsWaiting(task))
        {
            return Results.Json(new NotReadyAnswer(), Json.Options, statusCode: StatusCodes.Status202Accepted);
        }

        return TaskEnd.HasNothing(task)
            ? FailedAnswer.Of(task)
            : Results.Json(new PollAnswer(200, await ClipsAsync(task, root, cancellation), "success"), Json.Options);
    }

    /// <summary>A task's clips.</summary>
    public async Task<IReadOnlyList<ClipAnswer>> ClipsAsync(MusicTask task, string root, CancellationToken cancellation)
    {
        var clips = new List<ClipAnswer>();
        foreach (var clip in task.Clips)
        {
            clips.Add(await OfAsync(clip, root, cancellation));
        }

        return clips;
    }

    private async Task<ClipAnswer> OfAsync(Clip clip, string root, CancellationToken cancellation)
    {
        var done = TaskEnd.IsDone(clip);
        var isSong = done && clip.Kind != ClipKind.Upload;
        return new ClipAnswer
        {
            ClipId = clip.Id,
            State = TaskEnd.StateOf(clip.State),
            Title = clip.Title,
            Lyrics = isSong ? ShownLyrics.Of(Echo.Read(clip.Asked).Lyrics, clip.Lyrics) : "",
            ImageUrl = isSong ? PublicLinks.Song(root, clip.Id, "jpg") : "",
            AudioUrl = done ? PublicLinks.Song(root, clip.Id, "mp3") : "",
            CreatedAt = DateTimeOffset
                .FromUnixTimeMilliseconds(clip.CreatedAt)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            Model = clip.Model,
            Duration = Math.Round(clip.Seconds ?? 0, Decimals),
            Timestamp = done ? Timestamp.Of(await words.ReadAsync(clip.Id, cancellation)) : new Timestamp([], []),
            Error = clip.ErrorText,
        };
    }
}

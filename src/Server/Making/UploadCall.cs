using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Uploads;
using Troubadour.Server.Working;

namespace Troubadour.Server.Making;

/// <summary>The upload call, which families share: a file by its address becomes a clip.</summary>
internal sealed class UploadCall(
    UploadDesk desk,
    UploadSongs songs,
    ClipBook clips,
    KeyBook keys,
    ClipKeeper keeper,
    TaskDoor tasks,
    TimeProvider clock
)
{
    private const int LongestUrl = 2048;

    /// <summary>Fetches, keeps and books the file that the body names.</summary>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<UploadAnswer> AnswerAsync(HttpContext context, string family, long cost)
    {
        var (root, bytes) = await Body.ReadAsync(context);
        var body = new Fields(root);
        var url = body.RequiredText("url", LongestUrl);
        var known = ExactControl.Apply(body, new SongBrief());
        var balance = await keys.BalanceAsync(context.Caller().AccountId);
        if (balance.Credits + balance.ExtraCredits < cost)
        {
            throw ApiException.Forbidden($"Not enough credits: this call needs {cost} credits.");
        }

        using var upload = await desk.FetchAsync(url, context.RequestAborted);
        // Stored before the books name it; a call that is refused, or repeated, takes its files away again.
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var booked = "";
        try
        {
            var finished = new FinishedClip(id, "", "", upload.Seconds, "", "", "", "", 0)
            {
                Blobs = await keeper.StoreAsync(id, 1, upload.Folder),
            };
            var task = new NewTask(context.Caller(), family, "upload", "{}", cost)
            {
                Id = id,
                Clips = [new NewClip(ClipKind.Upload) { HasTaskId = true }],
                Idempotency = Idempotency.Of(context, bytes),
            };
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            booked = await tasks.CompleteAsync(task, (books, _) => ClipBook.Finish(books, finished, now));
        }
        finally
        {
            if (booked != id)
            {
                await keeper.DropAsync(id);
            }
        }

        await UnderstandAsync(context, booked, known);
        return new UploadAnswer(200, booked, "success");
    }

    // The upload is kept and paid whatever comes of this; an edit asks again.
    private async Task UnderstandAsync(HttpContext context, string id, SongBrief known)
    {
        var clip = await clips.FindAsync(context.Caller().AccountId, id, context.RequestAborted);
        try
        {
            if (clip is not null)
            {
                await songs.EnsureAsync(clip, known, context.RequestAborted);
            }
        }
        catch (ApiException)
        {
            // Too many are being listened to.
        }
    }
}

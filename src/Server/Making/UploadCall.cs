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
        var id = await TakeAsync(context, new Fields(root), family, cost, cost, Idempotency.Of(context, bytes));
        return new UploadAnswer(200, id, "success");
    }

    /// <summary>Fetches, keeps and books the file that a body names.</summary>
    /// <param name="context">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="family">Whose clip it becomes.</param>
    /// <param name="cost">The price of the file.</param>
    /// <param name="needed">The price of all that the request asks for.</param>
    /// <param name="idempotency">Under which the file is taken once.</param>
    /// <returns>The clip's id.</returns>
    /// <exception cref="ApiException">It is refused.</exception>
    public async Task<string> TakeAsync(
        HttpContext context,
        Fields body,
        string family,
        long cost,
        long needed,
        IdempotencyKey? idempotency
    )
    {
        var url = body.RequiredText("url", LongestUrl);
        var known = ExactControl.Apply(body, new SongBrief());
        var balance = await keys.BalanceAsync(context.Caller().AccountId);
        if (balance.Credits + balance.ExtraCredits < needed)
        {
            throw ApiException.Forbidden($"Not enough credits: this call needs {needed} credits.");
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
                Idempotency = idempotency,
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
        return booked;
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

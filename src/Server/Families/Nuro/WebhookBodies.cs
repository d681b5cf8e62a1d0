using System.Text.Json;
using System.Text.Json.Nodes;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>What webhooks about nuro tasks say: the flat object of a poll with the guide's keys beside it (contract 8).</summary>
internal sealed class WebhookBodies(TaskBook tasks) : IWebhookBodies
{
    public string Family => Translation.Family;

    public async Task<byte[]?> RenderAsync(WebhookSubject subject, CancellationToken cancellation)
    {
        if (await tasks.FindSongAsync(subject.AccountId, subject.TaskId, cancellation) is not { } song)
        {
            return null;
        }

        object answer =
            subject.Event == WebhookEvent.Failed
                ? Responses.Failure(song)
                : Responses.Answer(song, PublicLinks.Song(song.BaseUrl, song.ClipId, "wav"));
        var body = JsonSerializer.SerializeToNode(answer, answer.GetType(), Json.Options)!.AsObject();
        body.TryAdd("code", JsonValue.Create(200));
        body.TryAdd("message", JsonValue.Create("success"));
        body["platform"] = Translation.Family;
        body["event"] = subject.Event;
        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
    }
}

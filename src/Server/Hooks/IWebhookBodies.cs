using Troubadour.Bookkeeping;

namespace Troubadour.Server.Hooks;

/// <summary>Writes the webhooks of one family. Each is written once, when it is first sent, and kept.</summary>
internal interface IWebhookBodies
{
    /// <summary>The family whose tasks it writes about, as in <see cref="MusicTask.Family"/>.</summary>
    string Family { get; }

    /// <summary>The JSON to send, as UTF-8; null when there is nothing to tell any more, which gives the webhook up.</summary>
    Task<byte[]?> RenderAsync(WebhookSubject subject, CancellationToken cancellation);
}

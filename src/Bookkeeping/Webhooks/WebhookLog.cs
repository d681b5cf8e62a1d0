namespace Troubadour.Bookkeeping;

/// <summary>A webhook and what became of it.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Tries">Every try, oldest first.</param>
public sealed record WebhookLog(Webhook Webhook, IReadOnlyList<WebhookTry> Tries);

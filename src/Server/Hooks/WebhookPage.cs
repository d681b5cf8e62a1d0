using System.Text.Json.Serialization;

namespace Troubadour.Server.Hooks;

/// <summary>The webhooks of a task.</summary>
/// <param name="Webhooks">Oldest first.</param>
public sealed record WebhookPage([property: JsonPropertyName("webhooks")] IReadOnlyList<WebhookItem> Webhooks);

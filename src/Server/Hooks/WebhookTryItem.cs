using System.Text.Json.Serialization;

namespace Troubadour.Server.Hooks;

/// <summary>One try to deliver a webhook.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The receiver's HTTP status; null when there was no answer.</param>
/// <param name="Error">Why it did not work; null when it did.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record WebhookTryItem(
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("status")] int? Status,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("ms")] int Milliseconds
);

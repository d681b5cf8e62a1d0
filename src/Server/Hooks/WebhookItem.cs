using System.Text.Json.Serialization;

namespace Troubadour.Server.Hooks;

/// <summary>A webhook and what became of it.</summary>
public sealed record WebhookItem
{
    /// <summary>Its id, the same in every try.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>song.completed, song.failed or song.streaming.</summary>
    [JsonPropertyName("event")]
    public required string Event { get; init; }

    /// <summary>The receiver.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>waiting, delivered or given up.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Every try, oldest first.</summary>
    [JsonPropertyName("tries")]
    public required IReadOnlyList<WebhookTryItem> Tries { get; init; }

    /// <summary>When it came to be.</summary>
    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is not waiting.</summary>
    [JsonPropertyName("next_at")]
    public required DateTimeOffset? NextAt { get; init; }

    /// <summary>When the receiver took it.</summary>
    [JsonPropertyName("delivered_at")]
    public required DateTimeOffset? DeliveredAt { get; init; }
}

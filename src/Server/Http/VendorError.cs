using System.Text.Json.Serialization;

namespace Troubadour.Server.Http;

/// <summary>An error under /api/v1: all the fields that clients of the contract read.</summary>
public sealed record VendorError
{
    /// <summary>The HTTP status again.</summary>
    [JsonPropertyName("code")]
    public required int Code { get; init; }

    /// <summary>bad_request, unauthorized, forbidden, not_found, api_error, timeout.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What was wrong, in a sentence.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The same sentence.</summary>
    [JsonPropertyName("error")]
    public string Error => Message;

    /// <summary>Present and true when the same request may succeed later.</summary>
    [JsonPropertyName("retriable")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Retriable { get; init; }
}

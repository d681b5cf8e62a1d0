using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>The answer to a poll once a worker has begun.</summary>
public sealed record PollAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("data")] IReadOnlyList<ClipAnswer> Data,
    [property: JsonPropertyName("message")] string Message
);

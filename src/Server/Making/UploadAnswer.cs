using System.Text.Json.Serialization;

namespace Troubadour.Server.Making;

/// <summary>The answer to an upload.</summary>
public sealed record UploadAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("clip_id")] string ClipId,
    [property: JsonPropertyName("message")] string Message
);

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The answer to a new persona.</summary>
public sealed record PersonaAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("persona_id")] string PersonaId,
    [property: JsonPropertyName("message")] string Message
);

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The answer to a call that makes something.</summary>
public sealed record CreateAnswer(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("task_id")] string TaskId
)
{
    /// <summary>For "vox": the clip that holds the excerpt, which a persona may name at once.</summary>
    [JsonPropertyName("vox_audio_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VoiceId { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Server.Http;

namespace Troubadour.Server.Making;

/// <summary>What a clip remembers of its request, to tell it back.</summary>
internal sealed record Echo
{
    [JsonPropertyName("gpt_description_prompt")]
    public string? Description { get; init; }

    [JsonPropertyName("negative_tags")]
    public string? NegativeTags { get; init; }

    [JsonPropertyName("style_weight")]
    public double? StyleWeight { get; init; }

    [JsonPropertyName("weirdness_constraint")]
    public double? Weirdness { get; init; }

    /// <summary>True for stems that were taken from a recording by ear.</summary>
    [JsonPropertyName("estimated")]
    public bool? IsEstimated { get; init; }

    /// <summary>The words as they were given or written.</summary>
    [JsonPropertyName("lyrics")]
    public string? Lyrics { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static Echo Read(string json) =>
        json.Length == 0 ? new Echo() : JsonSerializer.Deserialize<Echo>(json, Json.Options)!;
}

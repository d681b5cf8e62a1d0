using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What a clip echoes of its request.</summary>
internal sealed record Echo(
    [property: JsonPropertyName("gpt_description_prompt")] string? Description,
    [property: JsonPropertyName("negative_tags")] string? NegativeTags,
    [property: JsonPropertyName("style_weight")] double? StyleWeight,
    [property: JsonPropertyName("weirdness_constraint")] double? Weirdness,
    [property: JsonPropertyName("lyrics")] string? Lyrics
)
{
    /// <summary>The echo of a create.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="lyrics">The words as they were given or written.</param>
    public static Echo Of(Ask ask, string? lyrics) =>
        new(ask.Description, ask.NegativeTags, ask.StyleWeight, ask.Weirdness, lyrics);

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static Echo Read(string json) =>
        json.Length == 0 ? new(null, null, null, null, null) : JsonSerializer.Deserialize<Echo>(json, Json.Options)!;
}

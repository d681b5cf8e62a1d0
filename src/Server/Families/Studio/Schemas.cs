using System.Text.Json;
using System.Text.Json.Nodes;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Studio;

/// <summary>The JSON schema of a create body.</summary>
internal static class Schemas
{
    public static string Create { get; } = Build();

    private static string Build()
    {
        var schema = JsonNode.Parse(
            $$"""{ "type": "object", "required": ["prompt", "lyrics_type"], "properties": { {{Own}} } }"""
        )!;
        var properties = schema["properties"]!.AsObject();
        // The seed is the family's own field, with a rule of its own.
        foreach (var (name, property) in JsonNode.Parse($"{{ {ExactControlDocument.Properties} }}")!.AsObject())
        {
            properties.TryAdd(name, property!.DeepClone());
        }

        return schema.ToJsonString();
    }

    private static string Own =>
        $$"""
            "prompt": { "type": "string", "maxLength": {{Requests.LongestPrompt}}, "description": "user: the style; generate: what words and music are about; instrumental: keywords." },
            "lyrics_type": { "type": "string", "enum": {{List(Vocabulary.LyricsTypes)}} },
            "lyrics": { "type": "string", "maxLength": {{Requests.LongestLyrics}}, "description": "Required for user, else ignored." },
            "title": { "type": "string", "maxLength": {{Requests.LongestTitle}} },
            "model_type": { "type": "string", "enum": {{List(Vocabulary.ModelNames)}}, "default": "studio130-v1.5", "description": "130 or 32 seconds of music." },
            "seed": { "type": "integer", "format": "int64", "default": -1, "description": "The same body and seed make the same songs; the second song has the next seed. Negative: drawn." },
            "prompt_strength": {{Share(Requests.UsualPromptStrength, "How strictly the words about style are followed.")}},
            "lyrics_strength": {{Share(
                Requests.UsualLyricsStrength,
                "How far the tune serves the words: stresses on strong beats, one note a syllable."
            )}},
            "clarity_strength": {{Share(Requests.UsualClarityStrength, "How far forward and how dry the voice stands.")}},
            "generation_quality": {{Share(Requests.UsualQuality, "How richly the song is worked out.")}},
            "negative_prompt": { "type": "string", "maxLength": {{Requests.LongestPrompt}}, "default": "", "description": "What must not be heard." },
            "bypass_prompt_optimization": { "type": "boolean", "default": false, "description": "true: prompt is a list of tags, taken by the letter." },
            "song_section_start": {{Share(0, "Where in an imagined whole song the part to make begins.")}},
            "song_section_end": {{Share(1, "Where it ends.")}},
            "lyrics_placement_start": {{Share(0, "Where the singing may begin, as a share of the length.")}},
            "lyrics_placement_end": {{Share(Requests.UsualPlacementEnd, "Where it has ended.")}},
            "config": {
              "type": "object",
              "default": { "mode": "regular" },
              "properties": {
                "mode": { "type": "string", "enum": {{List(Vocabulary.Modes)}}, "default": "regular" },
                "source": {
                  "type": "object",
                  "description": "Required for continuation.",
                  "required": ["song_id"],
                  "properties": {
                    "source_type": { "type": "string", "enum": {{List(Vocabulary.SourceTypes)}}, "default": "song" },
                    "song_id": { "type": "string", "maxLength": {{Requests.LongestId}} },
                    "crop_start_time": {{Crop}}
                  }
                },
                "crop_start_time": {{Crop}}
              }
            },
            "webhook_url": { "type": "string", "maxLength": 1024, "description": "A public https address that is told of the end." },
            "webhook_secret": { "type": "string", "maxLength": 256, "description": "What the message is signed with." }
            """;

    private static string Crop =>
        """{ "type": "number", "minimum": 0, "description": "Where the new part begins: a share of the source up to 1, seconds above. Without it, the source's end." }""";

    private static string Share(double usual, string description) =>
        JsonSerializer.Serialize(
            new
            {
                type = "number",
                minimum = 0,
                maximum = 1,
                @default = usual,
                description,
            }
        );

    private static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);
}

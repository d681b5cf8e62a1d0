using System.Text.Json;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Sonic;

/// <summary>JSON schemas of the family's bodies.</summary>
internal static class Schemas
{
    public static string Create { get; } =
        $$"""
            {
              "type": "object",
              "properties": {
                {{CreateProperties}},
                {{ExactControlDocument.Properties}}
              }
            }
            """;

    /// <summary>A create body with the address of a file in the place of task type and clip.</summary>
    public static string File { get; } =
        $$"""
            {
              "type": "object",
              "required": ["url"],
              "properties": {
                "url": { "type": "string", "format": "uri", "description": "The file; see upload." },
                "auto_concat": { "type": "boolean", "default": false, "description": "upload-extend: true for the whole song instead of the new part." },
                {{CreateProperties}},
                {{ExactControlDocument.Properties}}
              }
            }
            """;

    /// <summary>A body that names one clip, with further properties.</summary>
    public static string Clip(string further = "") =>
        $$"""
            {
              "type": "object",
              "required": ["clip_id"],
              "properties": { "clip_id": { "type": "string", "maxLength": 128 }{{(
                further.Length > 0 ? ", " : ""
            )}}{{further}}, {{Hooks}} }
            }
            """;

    private static string Hooks =>
        """
            "webhook_url": { "type": "string", "maxLength": 1024, "description": "A public https address that is told of the end." },
            "webhook_secret": { "type": "string", "maxLength": 256, "description": "What the message is signed with." }
            """;

    private static string CreateProperties =>
        $$"""
            "task_type": { "type": "string", "enum": {{List(TaskTypes.Names)}}, "default": "create_music" },
            "custom_mode": { "type": "boolean", "description": "Required but for concat_music and remaster. true: prompt holds the lyrics; false: gpt_description_prompt says what to make." },
            "mv": { "type": "string", "enum": {{List(Models.Names)}}, "description": "Required but for concat_music." },
            "prompt": { "type": "string", "maxLength": 5000, "description": "Lyrics (with auto_lyrics: what they are to be about). 3000 characters for v3-5 and v4." },
            "gpt_description_prompt": { "type": "string", "maxLength": 400 },
            "title": { "type": "string", "maxLength": 80 },
            "tags": { "type": "string", "maxLength": 1000, "description": "Style. 200 characters for v3-5 and v4." },
            "negative_tags": { "type": "string", "maxLength": 1000, "description": "What must not be heard." },
            "make_instrumental": { "type": "boolean", "default": false },
            "auto_lyrics": { "type": "boolean", "default": false },
            "continue_clip_id": { "type": "string", "maxLength": 128, "description": "The clip that an edit works on." },
            "continue_at": { "type": "number", "minimum": 0, "description": "extend_music: the second to go on from; the nearest bar line is taken." },
            "persona_id": { "type": "string", "maxLength": 128, "description": "persona_music: required." },
            "style_weight": { "type": "number", "minimum": 0, "maximum": 1, "description": "How strictly the words about style are followed." },
            "weirdness_constraint": { "type": "number", "minimum": 0, "maximum": 1, "description": "How far harmony and melody leave the usual ways." },
            "audio_weight": { "type": "number", "minimum": 0, "maximum": 1, "description": "cover_music: how close it stays to its source." },
            "vocal_gender": { "type": "string", "enum": ["f", "m"] },
            "duration": { "type": "integer", "minimum": 10, "maximum": 360, "description": "Seconds; at most 240 for v3-5 and v4." },
            {{Hooks}}
            """;

    private static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);
}

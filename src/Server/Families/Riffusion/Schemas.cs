using System.Text.Json;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>JSON schemas of the family's bodies.</summary>
internal static class Schemas
{
    public static string Create { get; } =
        $$"""
            {
              "type": "object",
              "required": ["custom_mode", "mv"],
              "properties": {
                "task_type": { "type": "string", "enum": {{List(TaskTypes.Names)}}, "default": "create_music" },
                "custom_mode": { "type": "boolean", "description": "true: lyrics holds the words; false: prompt says what to make." },
                "mv": { "type": "string", "enum": {{List(Models.Names)}} },
                "lyrics": { "type": "string", "maxLength": {{Requests.LongestLyrics}}, "description": "Required in custom mode for new music, unless make_instrumental is true; edits keep the source's words without it." },
                "prompt": { "type": "string", "maxLength": {{Requests.LongestPrompt}}, "description": "What the song is to be; required when custom_mode is false." },
                "sound": { "type": "string", "maxLength": {{Requests.LongestSound}}, "description": "The style; for swap_music_sound the new backing, for swap_music_vocals the new singer." },
                "title": { "type": "string", "maxLength": {{Requests.LongestTitle}} },
                "make_instrumental": { "type": "boolean", "default": false },
                "continue_clip_id": { "type": "string", "maxLength": 128, "description": "The clip that an edit works on: any of this account, of any family." },
                "continue_at": { "type": "number", "minimum": 0, "description": "extend_music: the second to go on from; the nearest bar line is taken." },
                "starts_at": { "type": "number", "minimum": 0, "description": "replace_music: the second at which the section starts; starts and infill_start_s are accepted too." },
                "ends_at": { "type": "number", "minimum": 0, "description": "replace_music: the second at which it ends, without it the clip's end; ends and infill_end_s are accepted too." },
                "cover_strength": { "type": "number", "minimum": 0, "maximum": 1, "description": "cover_music: how close tempo and chords stay to the source's." },
                "lyrics_strength": { "type": "number", "minimum": 0, "maximum": 1, "description": "How far the tune serves the words." },
                "sound_strength": { "type": "number", "minimum": 0.2, "maximum": 1, "description": "How strictly the words about style are followed." },
                "weirdness": { "type": "number", "minimum": 0, "maximum": 1, "description": "How far harmony and melody leave the usual ways." },
                "webhook_url": { "type": "string", "maxLength": 1024, "description": "A public https address that is told of the end." },
                "webhook_secret": { "type": "string", "maxLength": 256, "description": "What the message is signed with." },
                {{ExactControlDocument.Properties}}
              }
            }
            """;

    public static string Upload { get; } =
        """
            {
              "type": "object",
              "required": ["url"],
              "properties": { "url": { "type": "string", "maxLength": 2048, "description": "A public http or https address of a file that is free of copyright." } }
            }
            """;

    private static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);
}

using System.Text.Json;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Nuro;

/// <summary>What the API document says about this family.</summary>
internal static class Documents
{
    public static OperationDocument Create { get; } =
        new()
        {
            Description = """
                `type` absent means `vocal`. Unknown fields are ignored. Credits are held at submission, spent when the song is made and
                given back when it cannot be. An `Idempotency-Key` header makes repeating the call safe for 24 hours.
                """,
            BodySchema = BodySchema(),
            Bodies = new Dictionary<string, string>
            {
                ["vocal"] = """
                    {"type":"vocal","lyrics":"[verse]\nThe morning light is on the water\n[chorus]\nWe are going home","genre":"Pop","mood":"Happy","gender":"Female","timbre":"Warm","duration":60}
                    """,
                ["exact control"] = """
                    {"type":"vocal","lyrics":"[verse]\nThe morning light is on the water\n[chorus]\nWe are going home","genre":"Folk","bpm":96,"key":"G major","time_signature":"3/4","seed":7,"chords":{"verse":"G C G D","chorus":["C","G","D","G"]},"structure":[{"section":"intro","bars":4},{"section":"verse","bars":8},{"section":"chorus","bars":8}]}
                    """,
                ["bgm v1.0"] = """
                    {"type":"bgm","description":"calm piano for a study room","genre":["ambient"],"mood":["calm"],"instrument":["piano"],"theme":["meditation"],"duration":30}
                    """,
                ["bgm v2.0"] = """
                    {"type":"bgm","version":"v2.0","description":"a bright opening for a travel film","segments":[{"name":"intro","duration":10},{"name":"chorus","duration":30}]}
                    """,
            },
            Answer = """{"code":200,"message":"success","task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}""",
        };

    public static OperationDocument Poll { get; } =
        new()
        {
            Description = """
                Poll every few seconds until `status` is `succeeded`, or the answer is an error: a failed task answers 500 (504 when it
                took too long) with `"status":"failed"`, its credits given back. Another key's task is an unknown task.
                """,
            Answer = """
                {"task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b","status":"running","progress":45,"audio_url":"","lyrics":"","duration":0,"genre":"Pop","mood":"Happy","gender":"Female","timbre":"Warm"}
                """,
        };

    private static string BodySchema() =>
        $$"""
            {
              "type": "object",
              "properties": {
                "type": { "type": "string", "enum": {{List(Vocabulary.Types)}}, "default": "vocal" },
                "lyrics": { "type": "string", "maxLength": 2000, "description": "vocal: required. Section tags in square brackets. At most 700 characters when most letters are Chinese." },
                "gender": { "type": "string", "enum": {{List(Vocabulary.Genders)}} },
                "genre": {
                  "description": "vocal: one value; bgm v1.0: up to five.",
                  "anyOf": [
                    { "type": "string", "enum": {{List(Vocabulary.VocalGenres)}} },
                    {{Array(Vocabulary.BgmGenres)}}
                  ]
                },
                "mood": {
                  "description": "vocal: one value; bgm v1.0: up to five.",
                  "anyOf": [
                    { "type": "string", "enum": {{List(Vocabulary.VocalMoods)}} },
                    {{Array(Vocabulary.BgmMoods)}}
                  ]
                },
                "timbre": { "type": "string", "enum": {{List(Vocabulary.Timbres)}} },
                "instrument": {{Array(Vocabulary.Instruments)}},
                "theme": {{Array(Vocabulary.Themes)}},
                "duration": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 240,
                  "description": "Seconds. vocal: 30 to 240; bgm v1.0: 1 to 60, default 60; bgm v2.0: 30 to 120, shorter is taken as 30."
                },
                "description": { "type": "string", "description": "bgm: required; v2.0: at most 200 characters." },
                "version": { "type": "string", "enum": {{List(Vocabulary.Versions)}}, "default": "v1.0" },
                "segments": {
                  "type": "array",
                  "description": "bgm v2.0: 30 to 120 seconds together; they win over duration.",
                  "items": {
                    "type": "object",
                    "required": ["name", "duration"],
                    "properties": {
                      "name": { "type": "string", "enum": {{List(Vocabulary.Segments)}} },
                      "duration": { "type": "integer", "minimum": 5, "maximum": 120 }
                    }
                  }
                },
                {{ExactControlDocument.Properties}}
              }
            }
            """;

    private static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);

    private static string Array(IReadOnlyList<string> values) =>
        $$"""{ "type": "array", "maxItems": 5, "items": { "type": "string", "enum": {{List(values)}} } }""";
}

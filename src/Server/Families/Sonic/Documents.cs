using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What the API document says about this family.</summary>
internal static class Documents
{
    private const string Task = """{"code":200,"message":"success","task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}""";
    private const string ClipBody = """{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c"}""";

    public static OperationDocument Create { get; } =
        new()
        {
            Description = """
                Every task but `concat_music` makes two clips from two seeds. Unknown fields are ignored. Edits work on the song behind
                the clip, so they are exact: an extension goes on at a bar line in the same key, tempo, voice and material and is the
                new part only; `concat_music` of it is the whole song. Credits are held at submission, spent when all clips are made and
                given back when one cannot be.
                """,
            BodySchema = Schemas.Create,
            Bodies = new Dictionary<string, string>
            {
                ["own lyrics"] = """
                    {"custom_mode":true,"mv":"sonic-v5","title":"Harbour lights","tags":"indie folk, warm, acoustic guitar","prompt":"[Verse]\nThe harbour lights are burning low\nThe tide is pulling at the shore\n[Chorus]\nCarry me over the water\nCarry me home once more"}
                    """,
                ["description"] = """
                    {"custom_mode":false,"mv":"sonic-v5","gpt_description_prompt":"an upbeat pop song about a summer road trip"}
                    """,
                ["instrumental"] = """
                    {"custom_mode":true,"mv":"sonic-v4-5","make_instrumental":true,"tags":"lofi, mellow, electric piano","duration":60}
                    """,
                ["extend"] = """
                    {"task_type":"extend_music","custom_mode":true,"mv":"sonic-v5","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","continue_at":48,"prompt":"[Verse]\nThe morning finds an empty quay"}
                    """,
                ["concat"] = """
                    {"task_type":"concat_music","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1d"}
                    """,
                ["cover"] = """
                    {"task_type":"cover_music","custom_mode":true,"mv":"sonic-v5","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","tags":"synthwave","audio_weight":0.6}
                    """,
            },
            Answer = Task,
        };

    public static OperationDocument Poll { get; } =
        new()
        {
            Description = """
                202 until a worker has begun, then 200 with the clips: each has its own `state`, and an `audio_url` as soon as it can be
                heard, the first one before the second is made. The task is over when every clip is succeeded or failed. A task of which
                no clip could be made answers 500 (504 when it took too long), its credits given back.
                """,
            Answer = """
                {"code":200,"data":[{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","state":"succeeded","title":"Harbour lights","tags":"indie folk","lyrics":"[Verse]\nThe harbour lights are burning low","image_url":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.jpg","audio_url":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.mp3","video_url":null,"created_at":"2026-01-02T03:04:05.678Z","mv":"sonic-v5","gpt_description_prompt":null,"duration":"104.88","negative_tags":null,"style_weight":null,"weirdness_constraint":null}],"message":"success"}
                """,
        };

    public static OperationDocument Stems { get; } =
        new()
        {
            Description =
                "A clip a stem, polled like any task. Their WAVs (24 bit) sum to the clip's WAV; a stem that nobody plays is silent.",
            BodySchema = Schemas.Clip(),
            Bodies = One(ClipBody),
            Answer = Task,
        };

    public static OperationDocument Replace { get; } =
        new()
        {
            Description =
                "Two versions of the clip with the bars between the two moments written anew; everything else stays as it was. "
                + "Without `infill_lyrics` the same words get another tune.",
            BodySchema = Schemas.Clip(
                """
                "infill_start_s": { "type": "number", "minimum": 0 }, "infill_end_s": { "type": "number", "minimum": 0 },
                "infill_lyrics": { "type": "string" }, "prompt": { "type": "string" }, "tags": { "type": "string" }
                """
            ),
            Bodies = One(
                """{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","infill_start_s":20,"infill_end_s":36,"infill_lyrics":"[Verse]\nAnother line to sing"}"""
            ),
            Answer = Task,
        };

    public static OperationDocument Vox { get; } =
        new()
        {
            Description =
                "The lead voice alone, 1 to 60 seconds. `vox_audio_id` may be named by a persona at once; the sound is polled.",
            BodySchema = Schemas.Clip(
                """ "vocal_start_s": { "type": "number", "minimum": 0 }, "vocal_end_s": { "type": "number", "minimum": 0 } """
            ),
            Bodies = One("""{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","vocal_start_s":10,"vocal_end_s":25}"""),
            Answer =
                """{"code":200,"message":"success","task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b","vox_audio_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1e"}""",
        };

    public static OperationDocument Wav { get; } =
        Of(
            "44.1 kHz, 16 bit, stereo (stems 24 bit). Works for every finished clip of the key, uploads too.",
            Schemas.Clip(),
            ClipBody
        );

    public static OperationDocument Persona { get; } =
        Of(
            "Keeps the singer and the style of a clip under a name, for persona_music.",
            """
            {
              "type": "object",
              "required": ["name", "continue_clip_id"],
              "properties": {
                "name": { "type": "string", "maxLength": 80 },
                "description": { "type": "string", "maxLength": 200 },
                "continue_clip_id": { "type": "string", "description": "Also as clip_id or vox_audio_id." },
                "styles": { "type": "string", "description": "Words about the style; without them the clip's own." }
              }
            }
            """,
            """{"name":"Marina","description":"warm and close","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c"}"""
        );

    public static OperationDocument Upload { get; } =
        Of(
            "Fetches a file, 6 seconds to 8 minutes of mp3, wav, flac, ogg, m4a, aac, aiff or webm, keeps it as a clip and listens to it, so that every edit works on it. What is known of it may be said.",
            """
            { "type": "object", "required": ["url"], "properties": {
                "url": { "type": "string", "format": "uri" },
                "bpm": { "type": "number", "minimum": 40, "maximum": 240 },
                "key": { "type": "string" },
                "time_signature": { "type": "string" } } }
            """,
            """{"url":"https://example.com/song.mp3"}"""
        );

    public static OperationDocument UploadExtend { get; } =
        Of(
            "upload and extend_upload_music in one: the file becomes a clip of its own, which is paid too.",
            Schemas.File,
            """{"url":"https://example.com/song.mp3","custom_mode":true,"mv":"sonic-v5","continue_at":48,"prompt":"[Verse]\nThe morning finds an empty quay","auto_concat":true}"""
        );

    public static OperationDocument UploadCover { get; } =
        Of(
            "upload and cover_upload_music in one: the file becomes a clip of its own, which is paid too.",
            Schemas.File,
            """{"url":"https://example.com/song.mp3","custom_mode":true,"mv":"sonic-v5","tags":"synthwave"}"""
        );

    public static OperationDocument Midi { get; } =
        Of("The file, and its notes in seconds from the clip's start.", Schemas.Clip(), ClipBody);

    public static OperationDocument Words { get; } =
        Of(
            "Every word of the lead voice with its times in seconds; exact, because the score knows them. Of an upload, the words given in lyrics are looked for in its voice.",
            Schemas.Clip(
                """ "lyrics": { "type": "string", "maxLength": 5000, "description": "The words of an upload; not needed for clips that were made here." } """
            ),
            ClipBody
        );

    public static OperationDocument Bpm { get; } =
        Of("As composed: tempo in pulses a minute, key, metre.", Schemas.Clip(), ClipBody);

    public static OperationDocument Download { get; } =
        Of(
            "202 while the clip is being made; 404 when it was deleted.",
            Schemas.Clip(
                """ "formats": { "type": "array", "items": { "type": "string", "enum": ["mp3", "wav", "midi", "jpg"] }, "default": ["mp3"] } """
            ),
            """{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","formats":["mp3","wav","midi"]}"""
        );

    public static OperationDocument Tags { get; } =
        Of(
            "Adds to a few tags what the engine would make of them: style, mood, pace, instruments, voice, tempo, key.",
            """
            { "type": "object", "properties": { "tags": { "type": "string", "maxLength": 1000 }, "original_tags": { "type": "string", "maxLength": 1000, "description": "Another name of tags." } } }
            """,
            """{"tags":"dreamy synthwave"}"""
        );

    public static OperationDocument Lyrics { get; } =
        Of(
            "Two different lyrics with titles.",
            """
            { "type": "object", "required": ["description"], "properties": { "description": { "type": "string", "maxLength": 120 }, "seed": { "type": "integer", "format": "int64", "description": "Extension: the same seed and description give the same words." } } }
            """,
            """{"description":"a song about sky"}"""
        );

    public static OperationDocument Batch { get; } =
        Of(
            "Each item is accepted or refused by itself; when none is accepted, the first refusal is the answer.",
            $$"""
            { "type": "object", "required": ["items"], "properties": { "items": { "type": "array", "minItems": 1, "maxItems": 10, "items": {{Schemas.Create}} } } }
            """,
            """{"items":[{"custom_mode":false,"mv":"sonic-v5","gpt_description_prompt":"a song about rain"},{"custom_mode":false,"mv":"sonic-v5","gpt_description_prompt":"a song about sun"}]}"""
        );

    public static OperationDocument BatchStatus { get; } = new() { Description = "Query: `batch_id`." };

    private static OperationDocument Of(string description, string schema, string body) =>
        new()
        {
            Description = description,
            BodySchema = schema,
            Bodies = One(body),
        };

    private static Dictionary<string, string> One(string body) => new() { ["example"] = body };
}

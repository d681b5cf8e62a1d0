using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>What the API document says about this family.</summary>
internal static class Documents
{
    public static OperationDocument Create { get; } =
        new()
        {
            Description = """
                Every task makes two clips from two seeds; their audio is MP3. Unknown fields are ignored. Edits work on the song behind the
                clip, so they are exact: swapped sound leaves the voice as it was, sample for sample; swapped vocals leave the backing; a
                replaced section leaves the rest; an extension is the whole song with its new part. The `*_upload_*` types need an
                upload that has been analysed.
                """,
            BodySchema = Schemas.Create,
            Bodies = new Dictionary<string, string>
            {
                ["own lyrics"] = """
                    {"custom_mode":true,"mv":"FUZZ-1.1 Pro","title":"Harbour lights","sound":"indie folk, warm, acoustic guitar","make_instrumental":false,"lyrics":"[Verse]\nThe harbour lights are burning low\nThe tide is pulling at the shore\n[Chorus]\nCarry me over the water\nCarry me home once more"}
                    """,
                ["description"] = """
                    {"custom_mode":false,"mv":"FUZZ-1.1","prompt":"an upbeat pop song about a summer road trip"}
                    """,
                ["extend"] = """
                    {"task_type":"extend_music","custom_mode":true,"mv":"FUZZ-1.1","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","continue_at":48,"sound":"indie folk","lyrics":"[Verse]\nThe morning finds an empty quay"}
                    """,
                ["cover"] = """
                    {"task_type":"cover_music","custom_mode":true,"mv":"FUZZ-1.1","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","sound":"synthwave","cover_strength":0.6}
                    """,
                ["replace a section"] = """
                    {"task_type":"replace_music","custom_mode":true,"mv":"FUZZ-1.1","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","starts_at":20,"ends_at":36,"lyrics":"[Verse]\nNobody wrote to me today"}
                    """,
                ["swap the sound"] = """
                    {"task_type":"swap_music_sound","custom_mode":true,"mv":"FUZZ-1.1","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","sound":"drum and bass"}
                    """,
                ["swap the vocals"] = """
                    {"task_type":"swap_music_vocals","custom_mode":true,"mv":"FUZZ-1.1","continue_clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","sound":"deep male voice"}
                    """,
            },
            Answer = """{"code":200,"message":"success","task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}""",
        };

    public static OperationDocument Upload { get; } =
        new()
        {
            Description =
                "Fetches a file (mp3, wav, flac, ogg, m4a, aac, aiff or webm; 6 seconds to 8 minutes) and keeps it as a clip.",
            BodySchema = Schemas.Upload,
            Bodies = new Dictionary<string, string> { ["by address"] = """{"url":"https://example.com/demo.mp3"}""" },
            Answer = """{"code":200,"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","message":"success"}""",
        };

    public static OperationDocument Poll { get; } =
        new()
        {
            Description = """
                202 until a worker has begun, then 200 with both clips, each with its own `state`; the first one can be heard before the
                second is made. `timestamp` holds the seconds of every sung word and line. A task of which no clip could be made
                answers 500 (504 when it took too long), its credits given back.
                """,
            Answer = """
                {"code":200,"data":[{"clip_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","title":"Harbour lights","lyrics":"[Verse]\nThe harbour lights are burning low","image_url":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.jpg","audio_url":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.mp3","video_url":null,"created_at":"2026-01-02T03:04:05.678000Z","mv":"FUZZ-1.1 Pro","duration":104.88,"timestamp":{"words":[{"text":"The","start":8.12,"end":8.3}],"lines":[{"text":"The harbour lights are burning low","start":8.12,"end":11.02}]},"state":"succeeded"}],"message":"success"}
                """,
        };
}

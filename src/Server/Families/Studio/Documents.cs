using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Studio;

/// <summary>What the API document says about this family.</summary>
internal static class Documents
{
    public static OperationDocument Create { get; } =
        new()
        {
            Description = """
                Every create makes two songs from two seeds, each as long as the model says. Only `prompt` and `lyrics_type` are
                required; unknown fields are ignored. With `config.mode` "continuation" a song of any family goes on from a moment with
                that much new music, and the whole of it is handed back. Credits are held at submission, spent when both songs are made
                and given back when one cannot be.
                """,
            BodySchema = Schemas.Create,
            Bodies = new Dictionary<string, string>
            {
                ["description"] = """
                    {"prompt":"a hopeful folk song about leaving a small town at dawn","lyrics_type":"generate","model_type":"studio130-v1.5"}
                    """,
                ["custom"] = """
                    {"prompt":"rock, pop soul, electronic","lyrics":"[Verse]\nThe harbour lights are burning low\nThe tide is pulling at the shore\n[Chorus]\nCarry me over the water\nCarry me home once more","lyrics_type":"user","bypass_prompt_optimization":false,"seed":-1,"song_section_start":0,"song_section_end":1,"lyrics_placement_start":0,"lyrics_placement_end":0.95,"prompt_strength":0.5,"clarity_strength":0.25,"lyrics_strength":0.5,"generation_quality":0.75,"negative_prompt":"","model_type":"studio130-v1.5","config":{"mode":"regular"}}
                    """,
                ["instrumental"] = """
                    {"prompt":"lofi, mellow, electric piano","lyrics_type":"instrumental","model_type":"studio32-v1.5","seed":7}
                    """,
                ["extend"] = """
                    {"prompt":"rock, pop soul, electronic","lyrics":"[Verse]\nThe morning finds an empty quay","lyrics_type":"user","model_type":"studio32-v1.5","config":{"mode":"continuation","source":{"source_type":"song","song_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c"},"crop_start_time":48}}
                    """,
            },
            Answer = """{"code":"success","data":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}""",
        };

    public static OperationDocument Poll { get; } =
        new()
        {
            Description = """
                200 in every state: `data.status` is QUEUED, IN_PROGRESS, SUCCESS or FAILURE. Both songs are listed from the first poll
                on; a song's `song_path` is filled and `finished` true as soon as it can be heard, the first one before the second is
                made. `handledData` holds the same songs. A failure tells its reason in `fail_reason`, its credits given back.
                """,
            Answer =
                """{"code":"success","message":"","data":{"task_id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b","notify_hook":"","action":"studio-generate","status":"SUCCESS","fail_reason":"","submit_time":1767323045,"start_time":1767323046,"finish_time":1767323090,"progress":"100%","data":"""
                + Songs
                + """},"handledData":{"data":"""
                + Songs
                + "}}",
        };

    private static string Songs =>
        """{"songs":[{"id":"0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","title":"Harbour lights","artist":"Troubadour","tags":["rock","pop soul","electronic"],"lyrics":"[Verse]\nThe harbour lights are burning low","prompt":"rock, pop soul, electronic","duration":130,"image_path":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c.jpg","song_path":"https://example.com/storage/v1/object/public/songs/song-0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c","video_path":null,"created_at":"2026-01-02T03:04:05.678Z","finished":true,"liked":false,"likes":0,"plays":0,"error_type":null,"error_detail":null}]}""";
}

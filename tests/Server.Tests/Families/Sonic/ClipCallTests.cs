using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>Calls on finished clips: edits, stems, files, what the song knows.</summary>
[Collection(SharedServerTests.Name)]
public sealed class ClipCallTests(SharedServer shared)
{
    private static readonly string[] FullStems =
    [
        "drums",
        "bass",
        "vocals",
        "backing vocals",
        "guitar",
        "keys",
        "synth",
        "strings",
        "brass",
        "woodwinds",
        "percussion",
        "fx",
    ];

    [Theory]
    [InlineData("extend_music", 2, 15)]
    [InlineData("cover_music", 2, 15)]
    [InlineData("remaster", 2, 15)]
    [InlineData("add_vocals", 2, 15)]
    [InlineData("add_instrumental", 2, 15)]
    [InlineData("concat_music", 1, 2)]
    public async Task An_edit_makes_clips_of_its_source_at_its_price(string type, int count, int price)
    {
        var api = await shared.Server.ClientAsync(100);
        var source = await api.SongAsync();
        var body = SonicCalls.With(
            ("task_type", type),
            ("continue_clip_id", source),
            ("continue_at", 3),
            ("title", null)
        );
        var id = await api.StartAsync("create", body);
        var (_, end) = await api.EndOfAsync(id);
        Assert.Equal(count, end["data"]!.AsArray().Count);
        Assert.All(
            end["data"]!.AsArray(),
            clip => Assert.Equal(("succeeded", "Mine"), ((string)clip!["state"]!, (string)clip["title"]!))
        );
        Assert.Equal((100 - 15 - price, 0), await api.CreditsAsync());
        var (_, task) = await api.GetAsync($"/v1/tasks/{id}");
        Assert.All(task["clips"]!.AsArray(), clip => Assert.Equal(source, (string)clip!["source_id"]!));
    }

    [Fact]
    public async Task A_clip_that_is_not_made_yet_cannot_be_edited()
    {
        var api = await shared.Server.ClientAsync();
        var id = await api.StartAsync("create", SonicCalls.With(("prompt", "hum (work 2000)")));
        var (_, task) = await api.GetAsync($"/v1/tasks/{id}");
        var clip = (string)task["clips"]![0]!["id"]!;
        var (status, answer) = await api.SonicAsync("stems/basic", Clip(clip));
        BadInputTests.Refused(400, "not ready", status, answer);
        (status, answer) = await api.SonicAsync("download", Clip(clip));
        Assert.Equal((HttpStatusCode.Accepted, "not_ready"), (status, (string)answer["type"]!));
    }

    [Theory]
    [InlineData("stems/basic", 15)]
    [InlineData("stems/full", 75)]
    public async Task Stems_are_clips_of_their_own(string call, int price)
    {
        var api = await shared.Server.ClientAsync(100);
        var stems = await api.ClipsAsync(call, Clip(await api.SongAsync()));
        Assert.Equal(
            call == "stems/full" ? FullStems : ["vocals", "instrumental"],
            stems.Select(stem => (string)stem!["stem"]!)
        );
        Assert.Equal("Mine - " + (call == "stems/full" ? "Drums" : "Vocals"), (string)stems[0]!["title"]!);
        Assert.All(
            stems,
            stem =>
                Assert.Equal(
                    ((string)stem!["stem"]!).Contains("vocals", StringComparison.Ordinal)
                        ? "[Verse]\nla la"
                        : "[Instrumental]",
                    (string)stem["lyrics"]!
                )
        );
        Assert.Equal(stems.Count, stems.Select(stem => (string)stem!["audio_url"]!).Distinct().Count());
        using var http = new HttpClient();
        foreach (var stem in stems)
        {
            Assert.NotEmpty(await http.GetByteArrayAsync(new Uri((string)stem!["audio_url"]!)));
        }

        Assert.Equal((100 - 15 - price, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task The_wav_of_a_clip_costs_two_and_an_unpaid_one_is_not_told()
    {
        var api = await shared.Server.ClientAsync(17);
        var clip = await api.SongAsync();
        var (status, answer) = await api.SonicAsync("wav", Clip(clip));
        Assert.Equal((HttpStatusCode.OK, 200, "success"), (status, (int)answer["code"]!, (string)answer["message"]!));
        using var http = new HttpClient();
        var wav = await http.GetByteArrayAsync(new Uri((string)answer["data"]!["wav_url"]!));
        Assert.Equal("RIFF"u8.ToArray(), wav[..4]);
        Assert.Equal((0, 0), await api.CreditsAsync());
        (status, answer) = await api.SonicAsync("wav", Clip(clip));
        BadInputTests.Refused(403, "credits", status, answer);
    }

    [Fact]
    public async Task A_repeated_paid_call_with_its_key_is_paid_once()
    {
        var api = await shared.Server.ClientAsync(17);
        var clip = await api.SongAsync();
        for (var i = 0; i < 3; i++)
        {
            var (status, _) = await api.SendAsync(
                HttpMethod.Post,
                $"{SonicCalls.Root}/wav",
                Clip(clip),
                ("Idempotency-Key", "again")
            );
            Assert.Equal(HttpStatusCode.OK, status);
        }

        Assert.Equal((0, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task What_the_song_knows_is_told()
    {
        var api = await shared.Server.ClientAsync();
        var clip = Clip(await api.SongAsync());
        var (_, bpm) = await api.SonicAsync("bpm", clip);
        Assert.Equal(
            (120, "A minor", "4/4"),
            ((double)bpm["data"]!["bpm"]!, (string)bpm["data"]!["key"]!, (string)bpm["data"]!["time_signature"]!)
        );
        Assert.Equal(120, (double)bpm["bpm"]!);

        var (_, words) = await api.SonicAsync("aligned-lyrics", clip);
        var word = words["data"]!["alignment"]![0]!;
        Assert.Equal(("La", 0.5, 0.9), ((string)word["word"]!, (double)word["start_s"]!, (double)word["end_s"]!));
        Assert.Equal((1, true), ((double)word["p_align"]!, (bool)word["success"]!));

        var (_, midi) = await api.SonicAsync("midi", clip);
        Assert.Equal("piano", (string)midi["data"]!["instruments"]![0]!["name"]!);
        Assert.Equal(60, (int)midi["instruments"]![0]!["notes"]![0]!["pitch"]!);
        using var http = new HttpClient();
        var file = await http.GetByteArrayAsync(new Uri((string)midi["midi_url"]!));
        Assert.Equal("MThd"u8.ToArray(), file[..4]);

        var (_, tags) = await api.SonicAsync("upsample-tags", """{"tags":"happy, dreamy"}""");
        Assert.Equal("happy, dreamy, pop, piano", (string)tags["data"]!["tags"]!);
    }

    [Fact]
    public async Task A_download_lists_the_files_that_were_asked_for_until_the_clip_is_deleted()
    {
        var api = await shared.Server.ClientAsync();
        var clip = await api.SongAsync();
        var (_, answer) = await api.SonicAsync(
            "download",
            $$"""{"clip_id":"{{clip}}","formats":["wav","midi","jpg","mp3","wav"]}"""
        );
        var files = answer["data"]!["files"]!.AsArray();
        Assert.Equal(["wav", "midi", "jpg", "mp3"], files.Select(file => (string)file!["format"]!));
        using var http = new HttpClient();
        foreach (var file in files)
        {
            Assert.NotEmpty(await http.GetByteArrayAsync(new Uri((string)file!["url"]!)));
        }

        using var deleted = await api.RawAsync(HttpMethod.Delete, $"/v1/clips/{clip}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        var (status, gone) = await api.SonicAsync("download", Clip(clip));
        BadInputTests.Refused(404, "not found", status, gone);
        (status, gone) = await api.SonicAsync("stems/basic", Clip(clip));
        BadInputTests.Refused(400, "clip not found.", status, gone);
    }

    [Fact]
    public async Task A_persona_is_made_from_a_clip_and_sings_again()
    {
        var api = await shared.Server.ClientAsync(100);
        var clip = await api.SongAsync();
        var (status, answer) = await api.SonicAsync(
            "persona",
            $$"""{"name":"Marina","description":"warm","continue_clip_id":"{{clip}}"}"""
        );
        Assert.Equal((HttpStatusCode.OK, 200, "success"), (status, (int)answer["code"]!, (string)answer["message"]!));
        var persona = (string)answer["persona_id"]!;
        Assert.Equal((84, 0), await api.CreditsAsync());
        var body = SonicCalls.With(("task_type", "persona_music"), ("persona_id", persona), ("tags", null));
        var clips = await api.ClipsAsync("create", body);
        Assert.All(clips, made => Assert.Equal("pop", (string)made!["tags"]!));

        var stranger = await shared.Server.ClientAsync();
        (status, answer) = await stranger.SonicAsync("create", body);
        BadInputTests.Refused(400, "persona not found.", status, answer);
    }

    [Fact]
    public async Task A_voice_excerpt_can_be_named_by_a_persona()
    {
        var api = await shared.Server.ClientAsync();
        var clip = await api.SongAsync();
        var (_, started) = await api.SonicAsync(
            "vox",
            $$"""{"clip_id":"{{clip}}","vocal_start_s":1,"vocal_end_s":4}"""
        );
        var (status, _) = await api.SonicAsync(
            "persona",
            $$"""{"name":"V","vox_audio_id":"{{started["vox_audio_id"]}}"}"""
        );
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, end) = await api.EndOfAsync((string)started["task_id"]!);
        Assert.Equal((string)started["vox_audio_id"]!, (string)end["data"]![0]!["clip_id"]!);
        (status, var answer) = await api.SonicAsync(
            "vox",
            $$"""{"clip_id":"{{clip}}","vocal_start_s":4,"vocal_end_s":4.5}"""
        );
        BadInputTests.Refused(400, "1 to 60 seconds apart", status, answer);
    }

    [Fact]
    public async Task A_replaced_section_gives_two_versions()
    {
        var api = await shared.Server.ClientAsync();
        var clip = await api.SongAsync();
        var clips = await api.ClipsAsync(
            "replace-section",
            $$"""{"clip_id":"{{clip}}","infill_start_s":1,"infill_end_s":3,"infill_lyrics":"oh oh"}"""
        );
        Assert.Equal(2, clips.Count);
    }

    [Fact]
    public async Task A_batch_accepts_each_item_by_itself_and_tells_how_they_are_getting_on()
    {
        var api = await shared.Server.ClientAsync(35);
        var (status, batch) = await api.SonicAsync(
            "batch",
            $$"""{"items":[{{SonicCalls.Custom}},{"mv":"x"},{{SonicCalls.Custom}},{{SonicCalls.Custom}}]}"""
        );
        Assert.Equal((HttpStatusCode.OK, 2), (status, (int)batch["submitted"]!));
        Assert.Equal(
            ["pending", "refused", "pending", "refused"],
            batch["tasks"]!.AsArray().Select(task => (string)task!["status"]!)
        );
        Assert.Equal((400, 403), ((int)batch["tasks"]![1]!["code"]!, (int)batch["tasks"]![3]!["code"]!));
        await api.EndOfAsync((string)batch["tasks"]![2]!["task_id"]!);
        await api.EndOfAsync((string)batch["tasks"]![0]!["task_id"]!);
        var (_, later) = await api.GetAsync($"{SonicCalls.Root}/batch?batch_id={batch["batch_id"]}");
        Assert.Equal(
            ["succeeded", "refused", "succeeded", "refused"],
            later["tasks"]!.AsArray().Select(task => (string)task!["status"]!)
        );
        var stranger = await shared.Server.ClientAsync();
        (status, var answer) = await stranger.GetAsync($"{SonicCalls.Root}/batch?batch_id={batch["batch_id"]}");
        BadInputTests.Refused(400, "batch not found", status, answer);
    }

    [Fact]
    public async Task Two_lyrics_come_for_a_description()
    {
        var api = await shared.Server.ClientAsync(0);
        var (status, answer) = await api.SonicAsync("lyrics", """{"description":"a song about sky"}""");
        Assert.Equal((HttpStatusCode.OK, 200, "success"), (status, (int)answer["code"]!, (string)answer["message"]!));
        Assert.Equal(["Title 1", "Title 2"], answer["results"]!.AsArray().Select(result => (string)result!["title"]!));
        Assert.All(
            answer["results"]!.AsArray(),
            result => Assert.StartsWith("[Verse]\n", (string)result!["lyrics"]!, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("stems/basic")]
    [InlineData("stems/full")]
    [InlineData("midi")]
    [InlineData("aligned-lyrics")]
    [InlineData("bpm")]
    [InlineData("vox")]
    [InlineData("wav")]
    [InlineData("download")]
    [InlineData("replace-section")]
    [InlineData("persona")]
    [InlineData("create")]
    public async Task Another_keys_clip_is_an_unknown_clip(string call)
    {
        var clip = await (await shared.Server.ClientAsync()).SongAsync();
        var stranger = await shared.Server.ClientAsync();
        var body = SonicCalls.With(
            ("task_type", "cover_music"),
            ("continue_clip_id", clip),
            ("clip_id", clip),
            ("infill_start_s", 1),
            ("name", "x")
        );
        var (status, answer) = await stranger.SonicAsync(call, body);
        BadInputTests.Refused(call is "wav" or "download" ? 404 : 400, "clip not found.", status, answer);
    }

    [Fact]
    public async Task Another_keys_task_is_an_unknown_task_and_each_family_has_its_own()
    {
        var (api, stranger) = (await shared.Server.ClientAsync(), await shared.Server.ClientAsync());
        var id = await api.StartAsync("create", SonicCalls.Custom);
        var (status, answer) = await stranger.GetAsync($"{SonicCalls.Root}/task/{id}");
        BadInputTests.Refused(400, "task not found.", status, answer);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/nuro/task/{id}")).Status);
    }

    private static string Clip(string id) => new JsonObject { ["clip_id"] = id }.ToJsonString();
}

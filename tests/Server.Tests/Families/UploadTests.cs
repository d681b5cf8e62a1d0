using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Troubadour.Engine;
using Troubadour.Server.Tests.Families.Sonic;

namespace Troubadour.Server.Tests.Families;

/// <summary>Files that callers bring, through the real door and the real decoder.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-upload-").FullName;
    private TestServer _server = null!;
    private WebApplication _files = null!;

    public async Task InitializeAsync()
    {
        Make("-f lavfi -i sine=frequency=330:duration=7 -b:a 128k", "seven.mp3");
        Make("-f lavfi -i sine=frequency=330:duration=3", "three.wav");
        Make("-f lavfi -i sine=frequency=330:duration=13.5", "thirteen.wav");
        await File.WriteAllTextAsync(Path.Combine(_folder, "page.mp3"), "<html><body>no song</body></html>");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _files = builder.Build();
        _files.MapGet("/{name}", (string name) => Results.File(Path.Combine(_folder, name), "audio/mpeg"));
        await _files.StartAsync();
        _server = await TestServer.StartAsync(["--Troubadour:Uploads:AllowPrivate:0=127.0.0.1"]);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _files.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_upload_becomes_a_clip_with_a_wav_and_costs_two()
    {
        var api = await _server.ClientAsync(10);
        var (status, answer) = await api.SonicAsync("upload", Body("seven.mp3"));
        Assert.Equal((HttpStatusCode.OK, 200, "success"), (status, (int)answer["code"]!, (string)answer["message"]!));
        Assert.Equal((8, 0), await api.CreditsAsync());
        var clip = (string)answer["clip_id"]!;
        (_, answer) = await api.SonicAsync("download", $$"""{"clip_id":"{{clip}}","formats":["wav","mp3"]}""");
        using var http = new HttpClient();
        foreach (var file in answer["data"]!["files"]!.AsArray())
        {
            Assert.NotEmpty(await http.GetByteArrayAsync(new Uri((string)file!["url"]!)));
        }

        (status, _) = await api.SonicAsync("wav", $$"""{"clip_id":"{{clip}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        using var deleted = await api.RawAsync(HttpMethod.Delete, $"/v1/clips/{clip}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.False(
            Directory.EnumerateFiles(Path.Combine(_server.Folder, "songs"), "*", SearchOption.AllDirectories).Any()
        );
    }

    [Theory]
    [InlineData("extend_upload_music", OrderKind.Extend)]
    [InlineData("cover_upload_music", OrderKind.Cover)]
    [InlineData("remaster", OrderKind.Remaster)]
    [InlineData("add_instrumental", OrderKind.AddBacking)]
    [InlineData("add_vocals", OrderKind.AddVocals)]
    public async Task An_upload_is_edited_with_its_recording_at_hand(string type, OrderKind kind)
    {
        var api = await _server.ClientAsync();
        var upload = await UploadAsync(api);
        var id = await api.StartAsync("create", Edit(type, upload));
        var (_, end) = await api.EndOfAsync(id);
        Assert.All(end["data"]!.AsArray(), clip => Assert.Equal("succeeded", (string)clip!["state"]!));
        var plan = await _server.PlanAsync(id);
        Assert.Equal((upload, upload), (plan.SourceId, plan.RecordingId));
        Assert.All(plan.Orders, order => Assert.Equal(kind, order.Kind));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_server.Folder, "work")));
    }

    [Theory]
    [InlineData("extend_upload_music")]
    [InlineData("cover_upload_music")]
    [InlineData("replace_upload_music")]
    [InlineData("swap_upload_music_sound")]
    [InlineData("swap_upload_music_vocals")]
    public async Task Riffusion_edits_uploads(string type)
    {
        var api = await _server.ClientAsync(50);
        var (status, upload) = await api.PostAsync("/api/v1/riffusion/upload", Body("seven.mp3"));
        Assert.Equal((HttpStatusCode.OK, 200), (status, (int)upload["code"]!));
        Assert.Equal((48, 0), await api.CreditsAsync());
        var body = Riffusion.EditTests.Edit(type, (string)upload["clip_id"]!);
        (status, var answer) = await api.PostAsync("/api/v1/riffusion/create", body);
        Assert.Equal((HttpStatusCode.OK, "success"), (status, (string)answer["message"]!));
    }

    [Theory]
    [InlineData("extend_music", "use extend_upload_music")]
    [InlineData("cover_music", "use cover_upload_music")]
    public async Task Uploads_have_task_types_of_their_own(string type, string sentence)
    {
        var api = await _server.ClientAsync();
        var (status, answer) = await api.SonicAsync("create", Edit(type, await UploadAsync(api)));
        Sonic.BadInputTests.Refused(400, sentence, status, answer);
    }

    [Fact]
    public async Task An_upload_that_nobody_understands_is_kept_and_cannot_be_edited()
    {
        var api = await _server.ClientAsync(10);
        var upload = await UploadAsync(api, "thirteen.wav");
        Assert.Equal((8, 0), await api.CreditsAsync());
        var (status, answer) = await api.SonicAsync("create", Edit("extend_upload_music", upload));
        Sonic.BadInputTests.Refused(400, "this upload has not been analysed", status, answer);
        Assert.DoesNotContain("secret", answer.ToJsonString(), StringComparison.Ordinal);
        (status, _) = await api.SonicAsync("wav", $$"""{"clip_id":"{{upload}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Stems_and_facts_of_an_upload_are_estimates()
    {
        var api = await _server.ClientAsync();
        var clip = $$"""{"clip_id":"{{await UploadAsync(api)}}"}""";
        var stems = await api.ClipsAsync("stems/basic", clip);
        Assert.Equal(["vocals", "instrumental"], stems.Select(stem => (string)stem!["stem"]!));
        Assert.All(stems, stem => Assert.True((bool)stem!["estimated"]!));
        var (_, bpm) = await api.SonicAsync("bpm", clip);
        var (_, midi) = await api.SonicAsync("midi", clip);
        Assert.True((bool)bpm["data"]!["estimated"]! && (bool)midi["data"]!["estimated"]!);
        var own = $$"""{"clip_id":"{{await api.SongAsync()}}"}""";
        Assert.All(await api.ClipsAsync("stems/basic", own), stem => Assert.Null(stem!["estimated"]));
        (_, bpm) = await api.SonicAsync("bpm", own);
        Assert.False((bool)bpm["data"]!["estimated"]!);
    }

    [Theory]
    [InlineData("upload-extend", OrderKind.Extend, true)]
    [InlineData("upload-extend", OrderKind.Extend, false)]
    [InlineData("upload-cover", OrderKind.Cover, false)]
    public async Task A_file_is_taken_and_edited_at_once(string call, OrderKind kind, bool whole)
    {
        var api = await _server.ClientAsync(100);
        var file = $"{_files.Urls.First()}/seven.mp3";
        var body = SonicCalls.With(("url", file), ("continue_at", 0.1), ("auto_concat", whole), ("bpm", 90));
        var id = await api.StartAsync(call, body);
        var (_, end) = await api.EndOfAsync(id);
        Assert.Equal(2, end["data"]!.AsArray().Count);
        Assert.Equal((100 - 2 - 15, 0), await api.CreditsAsync());
        var plan = await _server.PlanAsync(id);
        Assert.NotNull(plan.RecordingId);
        Assert.All(plan.Orders, order => Assert.Equal((kind, whole), (order.Kind, order.IsWhole)));
    }

    [Fact]
    public async Task A_file_whose_edit_is_refused_is_not_fetched()
    {
        var api = await _server.ClientAsync(100);
        var file = $"{_files.Urls.First()}/seven.mp3";
        var (status, answer) = await api.SonicAsync("upload-extend", SonicCalls.With(("url", file)));
        Sonic.BadInputTests.Refused(400, "continue_at is required", status, answer);
        (status, answer) = await api.SonicAsync("upload-cover", SonicCalls.Custom);
        Sonic.BadInputTests.Refused(400, "url is required", status, answer);
        Assert.Equal((100, 0), await api.CreditsAsync());
        var poor = await _server.ClientAsync(16);
        (status, _) = await poor.SonicAsync("upload-cover", SonicCalls.With(("url", file)));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal((16, 0), await poor.CreditsAsync());
    }

    [Fact]
    public async Task A_repeated_file_with_its_key_is_one_edit_of_one_upload()
    {
        var api = await _server.ClientAsync(100);
        var body = SonicCalls.With(("url", $"{_files.Urls.First()}/seven.mp3"));
        var ids = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var (_, answer) = await api.SendAsync(
                HttpMethod.Post,
                $"{SonicCalls.Root}/upload-cover",
                body,
                ("Idempotency-Key", "mine")
            );
            ids.Add((string)answer["task_id"]!);
        }

        Assert.Single(ids);
        Assert.Equal((100 - 2 - 15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task Words_of_an_upload_are_looked_for_when_they_are_given()
    {
        var api = await _server.ClientAsync();
        var upload = await UploadAsync(api);
        var (status, answer) = await api.SonicAsync("aligned-lyrics", $$"""{"clip_id":"{{upload}}"}""");
        Sonic.BadInputTests.Refused(400, "lyrics is required", status, answer);
        (status, answer) = await api.SonicAsync(
            "aligned-lyrics",
            $$"""{"clip_id":"{{upload}}","lyrics":"[Verse]\nLa la"}"""
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["La", "la"], answer["data"]!["alignment"]!.AsArray().Select(word => (string)word!["word"]!));
    }

    [Fact]
    public async Task A_copy_of_an_own_song_is_that_song_but_for_nobody_else()
    {
        var api = await _server.ClientAsync();
        var made = await api.ClipsAsync("create", SonicCalls.With(("prompt", "[Verse]\nla la (tune 7)")));
        await api.ClipsAsync("create", SonicCalls.With(("prompt", "[Verse]\nla la (tune 8)")));
        var clip = (string)made[0]!["clip_id"]!;
        var (_, wav) = await api.SonicAsync("wav", $$"""{"clip_id":"{{clip}}"}""");
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri((string)wav["data"]!["wav_url"]!));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "own.wav"), bytes);
        Make($"-i {Path.Combine(_folder, "own.wav")} -b:a 96k", "own.mp3");

        Assert.Equal(await SongOf(api, clip), await SongOf(api, await UploadAsync(api, "own.mp3")));
        var other = await _server.ClientAsync();
        var theirs = await SongOf(other, await UploadAsync(other, "own.mp3"));
        Assert.Contains("\"recording\":{", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("tune 7", theirs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("three.wav", "6 to 480")]
    [InlineData("page.mp3", "not audio")]
    [InlineData("missing.mp3", "could not be fetched")]
    public async Task What_is_no_song_is_refused_at_no_cost(string name, string sentence)
    {
        var api = await _server.ClientAsync(10);
        var (status, answer) = await api.SonicAsync("upload", Body(name));
        Sonic.BadInputTests.Refused(400, sentence, status, answer);
        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_repeated_upload_with_its_key_is_one_clip_paid_once()
    {
        var api = await _server.ClientAsync(10);
        var ids = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var (_, answer) = await api.SendAsync(
                HttpMethod.Post,
                $"{SonicCalls.Root}/upload",
                Body("seven.mp3"),
                ("Idempotency-Key", "mine")
            );
            ids.Add((string)answer["clip_id"]!);
        }

        Assert.Single(ids);
        Assert.Equal((8, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task An_upload_type_wants_an_upload()
    {
        var api = await _server.ClientAsync();
        var clip = await api.SongAsync();
        var body = SonicCalls.With(
            ("task_type", "extend_upload_music"),
            ("continue_clip_id", clip),
            ("continue_at", 0.1)
        );
        var (status, answer) = await api.SonicAsync("create", body);
        Sonic.BadInputTests.Refused(400, "use extend_music", status, answer);
    }

    private async Task<string> UploadAsync(Api api, string name = "seven.mp3") =>
        (string)(await api.SonicAsync("upload", Body(name))).Body["clip_id"]!;

    private static string Edit(string type, string clip) =>
        SonicCalls.With(("task_type", type), ("continue_clip_id", clip), ("continue_at", 0.1));

    private static async Task<string> SongOf(Api api, string clip)
    {
        using var answer = await api.RawAsync(HttpMethod.Get, $"/v1/clips/{clip}/song.json");
        return await answer.Content.ReadAsStringAsync();
    }

    private string Body(string name) => new JsonObject { ["url"] = $"{_files.Urls.First()}/{name}" }.ToJsonString();

    private void Make(string arguments, string name)
    {
        using var process = Process.Start(
            new ProcessStartInfo("ffmpeg", $"-v error -y {arguments} {Path.Combine(_folder, name)}")
        )!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}

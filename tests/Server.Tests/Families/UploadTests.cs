using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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
    [InlineData("extend_upload_music", "this upload has not been analysed")]
    [InlineData("cover_upload_music", "this upload has not been analysed")]
    [InlineData("extend_music", "this upload has not been analysed")]
    public async Task An_upload_cannot_be_edited_until_it_is_analysed(string type, string sentence)
    {
        var api = await _server.ClientAsync();
        var (_, upload) = await api.SonicAsync("upload", Body("seven.mp3"));
        var body = SonicCalls.With(
            ("task_type", type),
            ("continue_clip_id", (string)upload["clip_id"]!),
            ("continue_at", 0.1)
        );
        var (status, answer) = await api.SonicAsync("create", body);
        Sonic.BadInputTests.Refused(400, sentence, status, answer);
    }

    [Theory]
    [InlineData("extend_upload_music")]
    [InlineData("cover_upload_music")]
    [InlineData("replace_upload_music")]
    [InlineData("swap_upload_music_sound")]
    [InlineData("swap_upload_music_vocals")]
    [InlineData("swap_music_vocals")]
    public async Task Riffusion_takes_uploads_and_edits_none_until_it_is_analysed(string type)
    {
        var api = await _server.ClientAsync(50);
        var (status, upload) = await api.PostAsync("/api/v1/riffusion/upload", Body("seven.mp3"));
        Assert.Equal((HttpStatusCode.OK, 200), (status, (int)upload["code"]!));
        Assert.Equal((48, 0), await api.CreditsAsync());
        var body = Riffusion.EditTests.Edit(type, (string)upload["clip_id"]!);
        (status, var answer) = await api.PostAsync("/api/v1/riffusion/create", body);
        Sonic.BadInputTests.Refused(400, "this upload has not been analysed", status, answer);
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

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>A studio task from its creation to its end, as polls tell it.</summary>
[Collection(SharedServerTests.Name)]
public sealed partial class LifeCycleTests(SharedServer shared)
{
    private static readonly string[] PollKeys = ["code", "message", "data", "handledData"];

    private static readonly string[] TaskKeys =
    [
        "task_id",
        "notify_hook",
        "action",
        "status",
        "fail_reason",
        "submit_time",
        "start_time",
        "finish_time",
        "progress",
        "data",
    ];

    private static readonly string[] SongKeys =
    [
        "id",
        "title",
        "artist",
        "tags",
        "lyrics",
        "prompt",
        "duration",
        "image_path",
        "song_path",
        "video_path",
        "created_at",
        "finished",
        "liked",
        "likes",
        "plays",
        "error_type",
        "error_detail",
    ];

    [Fact]
    public async Task A_task_is_queued_with_two_songs_then_in_progress_then_done()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync(60);
        await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 700)")));
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 700)"), ("title", "Mine")));
        Assert.Equal((30, 0), await api.CreditsAsync());

        var first = await api.PollStudioAsync(id);
        Shape(first);
        Assert.Equal(PollKeys, Keys(first));
        var task = first["data"]!;
        Assert.Equal((id, "QUEUED", "0%"), ((string)task["task_id"]!, StudioCalls.Status(first), Progress(first)));
        Assert.Equal(
            ("", "studio-generate", ""),
            (Text(task, "notify_hook"), Text(task, "action"), Text(task, "fail_reason"))
        );
        Assert.Equal((0, 0), ((long)task["start_time"]!, (long)task["finish_time"]!));
        Assert.Equal(2, StudioCalls.Songs(first).Count);
        Assert.All(StudioCalls.Songs(first), song => IsUnmade(song!));
        Assert.All(StudioCalls.Songs(first), song => Assert.Equal("Mine", Text(song!, "title")));

        var seen = new HashSet<string>();
        var early = false;
        await api.StudioUntilAsync(
            id,
            poll =>
            {
                Shape(poll);
                var songs = StudioCalls.Songs(poll);
                seen.Add(StudioCalls.Status(poll));
                early |=
                    Text(songs[0]!, "song_path") != ""
                    && (bool)songs[0]!["finished"]!
                    && Text(songs[1]!, "song_path") == "";
                return StudioCalls.Status(poll) == "SUCCESS";
            }
        );
        Assert.Contains("IN_PROGRESS", seen);
        Assert.True(early);
        Assert.Equal((30, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_finished_song_has_every_field_and_can_be_heard_at_an_address_without_extension()
    {
        var api = await shared.Server.ClientAsync();
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(StudioCalls.With(("title", "Mine"))));
        Shape(end);
        Assert.Equal(PollKeys, Keys(end));
        Assert.Equal(("SUCCESS", "100%"), (StudioCalls.Status(end), Progress(end)));
        var times = (string[])["submit_time", "start_time", "finish_time"];
        var moments = times.Select(time => (long)end["data"]![time]!).ToList();
        Assert.Equal(moments.Order(), moments);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - moments[0], 0, 300);
        Assert.Equal(2, StudioCalls.Songs(end).Select(song => Text(song!, "id")).Distinct().Count());
        foreach (var song in StudioCalls.Songs(end))
        {
            Assert.Equal(["rock", "pop soul", "electronic"], song!["tags"]!.AsArray().Select(tag => (string)tag!));
            Assert.Equal(
                ("Mine", "Troubadour", "[Verse]\nla la"),
                (Text(song, "title"), Text(song, "artist"), Text(song, "lyrics"))
            );
            Assert.Equal(("rock, pop soul, electronic, ", 32), (Text(song, "prompt"), (double)song["duration"]!));
            Assert.Equal(
                (true, false, 0, 0),
                ((bool)song["finished"]!, (bool)song["liked"]!, (int)song["likes"]!, (int)song["plays"]!)
            );
            Assert.Null(song["video_path"]);
            Assert.Null(song["error_type"]);
            Assert.Null(song["error_detail"]);
            DateTimeOffset.ParseExact(
                Text(song, "created_at"),
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            );
            Assert.EndsWith(
                $"/storage/v1/object/public/songs/song-{Text(song, "id")}",
                Text(song, "song_path"),
                StringComparison.Ordinal
            );
            await DownloadsAsync(Text(song, "song_path"), "audio/mpeg");
            await DownloadsAsync(Text(song, "image_path"), "image/jpeg");
        }
    }

    [Fact]
    public async Task A_description_is_told_back_beside_the_words_title_and_tags_that_it_led_to()
    {
        var api = await shared.Server.ClientAsync();
        var songs = await api.SongsAsync(
            StudioCalls.With(("lyrics_type", "generate"), ("prompt", "a song, about rain"), ("lyrics", null))
        );
        foreach (var song in songs)
        {
            Assert.Contains("Line 1 of a song, about rain", Text(song!, "lyrics"), StringComparison.Ordinal);
            Assert.Equal(("Title 1", "a song, about rain"), (Text(song!, "title"), Text(song!, "prompt")));
            Assert.Equal(["pop", "happy", "piano"], song!["tags"]!.AsArray().Select(tag => (string)tag!));
        }
    }

    [Fact]
    public async Task An_instrumental_has_a_marker_for_lyrics()
    {
        var api = await shared.Server.ClientAsync();
        Assert.All(
            await api.SongsAsync(StudioCalls.With(("lyrics_type", "instrumental"), ("lyrics", null))),
            song => Assert.Equal("[Instrumental]", Text(song!, "lyrics"))
        );
    }

    [Theory]
    [InlineData("(throw)")]
    [InlineData("(refuse)")]
    public async Task A_failed_task_is_a_poll_that_says_why_and_gives_its_credits_back(string words)
    {
        var api = await shared.Server.ClientAsync(15);
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(StudioCalls.With(("lyrics", words))));
        Shape(end);
        Assert.Equal(("FAILURE", "100%"), (StudioCalls.Status(end), Progress(end)));
        Assert.True((bool)end["already_refunded"]!);
        Assert.NotEqual("", Text(end["data"]!, "fail_reason"));
        Assert.NotEqual(0, (long)end["data"]!["finish_time"]!);
        Assert.DoesNotContain("secret", end.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, StudioCalls.Songs(end).Count);
        foreach (var song in StudioCalls.Songs(end))
        {
            Assert.Equal((false, ""), ((bool)song!["finished"]!, Text(song, "song_path")));
            Assert.Equal("api_error", Text(song, "error_type"));
            Assert.NotEqual("", Text(song, "error_detail"));
        }

        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task When_the_second_song_fails_the_first_stays_and_the_credits_go_back()
    {
        var api = await shared.Server.ClientAsync(15);
        var body = StudioCalls.With(("lyrics", "hum (fail at odd seeds)"), ("seed", 2));
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(body));
        var songs = StudioCalls.Songs(end);
        Assert.Equal("FAILURE", StudioCalls.Status(end));
        Assert.Equal([true, false], songs.Select(song => (bool)song!["finished"]!));
        Assert.Equal([null, "api_error"], songs.Select(song => (string?)song!["error_type"]));
        await DownloadsAsync(Text(songs[0]!, "song_path"), "audio/mpeg");
        Assert.Equal("", Text(songs[1]!, "song_path"));
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_task_that_took_too_long_or_was_cancelled_is_a_failure_too()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Render:TimeoutSeconds=1"]);
        var api = await server.ClientAsync(15);
        var end = await api.EndOfStudioAsync(
            await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 60000)")))
        );
        Assert.Equal(("FAILURE", true), (StudioCalls.Status(end), (bool)end["already_refunded"]!));
        Assert.All(StudioCalls.Songs(end), song => Assert.Equal("timeout", Text(song!, "error_type")));
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 60000)")));
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        var cancelled = await api.PollStudioAsync(id);
        Assert.Equal(("FAILURE", true), (StudioCalls.Status(cancelled), (bool)cancelled["already_refunded"]!));
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_create_costs_what_the_operator_says()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Prices:Studio=8"]);
        var api = await server.ClientAsync(16);
        var song = await api.StudioSongAsync();
        Assert.Equal((8, 0), await api.CreditsAsync());
        await api.StartStudioAsync(StudioCalls.Going(song));
        Assert.Equal((0, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_repeated_create_with_its_key_is_one_task_paid_once()
    {
        var api = await shared.Server.ClientAsync(15);
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var (status, answer) = await SendAsync(api, StudioCalls.Custom);
            Assert.Equal(HttpStatusCode.OK, status);
            ids.Add((string)answer["data"]!);
        }

        Assert.Single(ids);
        Assert.Equal((0, 0), await api.CreditsAsync());
        var (other, refusal) = await SendAsync(api, StudioCalls.With(("title", "Other")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 422), (other, (int)refusal["code"]!));

        static Task<(HttpStatusCode, JsonNode)> SendAsync(Api api, string body) =>
            api.SendAsync(HttpMethod.Post, StudioCalls.Create, body, ("Idempotency-Key", "once"));
    }

    /// <summary>What holds of every poll: its keys, and the same songs at both places.</summary>
    private static void Shape(JsonNode poll)
    {
        Assert.Equal(TaskKeys, Keys(poll["data"]!));
        Assert.Equal(["songs"], Keys(poll["data"]!["data"]!));
        Assert.All(StudioCalls.Songs(poll), song => Assert.Equal(SongKeys, Keys(song!)));
        Assert.True(
            JsonNode.DeepEquals(poll["handledData"], new JsonObject { ["data"] = poll["data"]!["data"]!.DeepClone() })
        );
        Assert.Matches(
            StudioCalls.Status(poll) is "SUCCESS" or "FAILURE" ? "^100%$" : Percent().ToString(),
            Progress(poll)
        );
    }

    private static void IsUnmade(JsonNode song)
    {
        Assert.True(Guid.TryParse(Text(song, "id"), out _));
        Assert.Equal(("", "", ""), (Text(song, "song_path"), Text(song, "image_path"), Text(song, "lyrics")));
        Assert.Equal((false, 0), ((bool)song["finished"]!, (double)song["duration"]!));
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);

    private static string Text(JsonNode node, string key) => (string)node[key]!;

    private static string Progress(JsonNode poll) => Text(poll["data"]!, "progress");

    private async Task DownloadsAsync(string url, string type)
    {
        using var http = new HttpClient();
        Assert.StartsWith(shared.Server.Address.ToString(), url, StringComparison.Ordinal);
        using var response = await http.GetAsync(new Uri(url));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [GeneratedRegex("^[0-9]{1,2}%$")]
    private static partial Regex Percent();
}

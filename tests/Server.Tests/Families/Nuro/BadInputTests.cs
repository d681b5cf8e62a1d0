using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Nuro;

/// <summary>Every kind of bad input gets the contract's status and a JSON body with a sentence, and costs nothing.</summary>
[Collection(SharedServerTests.Name)]
public sealed class BadInputTests(SharedServer shared)
{
    public static TheoryData<string, string> Bodies { get; } =
        new()
        {
            { """{}""", "lyrics is required" },
            { """{"lyrics":null}""", "lyrics is required" },
            { """{"lyrics":""}""", "lyrics is required" },
            { """{"lyrics":"  \n "}""", "lyrics is required" },
            { """{"lyrics":7}""", "lyrics must be a string" },
            { """{"lyrics":["a"]}""", "lyrics must be a string" },
            { """{"lyrics":"half \ud83d of a pair"}""", "not valid Unicode" },
            { """{"lyrics":"Привет мир"}""", "input language not supported" },
            { """{"lyrics":"[verse]\n君の名は忘れない夢の中で"}""", "input language not supported" },
            { """{"lyrics":"사랑해요 그대"}""", "input language not supported" },
            { """{"lyrics":"ฉันรักเธอ"}""", "input language not supported" },
            { """{"lyrics":"أحبك يا حبيبي"}""", "input language not supported" },
            { """{"lyrics":"Σ' αγαπώ πολύ"}""", "input language not supported" },
            { """{"lyrics":"la","type":"song"}""", "type has an unknown value" },
            { """{"lyrics":"la","type":1}""", "type must be a string" },
            { """{"lyrics":"la","gender":"female"}""", "gender has an unknown value" },
            { """{"lyrics":"la","genre":"pop"}""", "genre has an unknown value" },
            { """{"lyrics":"la","genre":["Pop"]}""", "genre must be a string" },
            { """{"lyrics":"la","mood":"Glad"}""", "mood has an unknown value" },
            { """{"lyrics":"la","timbre":"Sweet"}""", "timbre has an unknown value" },
            { """{"lyrics":"la","duration":29}""", "duration must be a whole number from 30 to 240" },
            { """{"lyrics":"la","duration":241}""", "duration must be a whole number" },
            { """{"lyrics":"la","duration":60.5}""", "duration must be a whole number" },
            { """{"lyrics":"la","duration":"60"}""", "duration must be a whole number" },
            { """{"lyrics":"la","duration":true}""", "duration must be a whole number" },
            { """{"lyrics":"la","duration":1e99}""", "duration must be a whole number" },
            { """{"lyrics":"la","bpm":39}""", "bpm must be a number from 40 to 240" },
            { """{"lyrics":"la","bpm":"fast"}""", "bpm must be a number" },
            { """{"lyrics":"la","key":"H"}""", "key must be a key" },
            { """{"lyrics":"la","time_signature":"4"}""", "time_signature must be a metre" },
            { """{"lyrics":"la","seed":1.5}""", "seed must be a whole number" },
            { """{"lyrics":"la","chords":["C",1]}""", "chords[1] must be a string" },
            { """{"lyrics":"la","structure":["verse","solo"]}""", "structure[1] has an unknown section" },
            { """{"type":"bgm"}""", "description is required" },
            { """{"type":"bgm","description":" "}""", "description is required" },
            { """{"type":"bgm","description":"d","version":"v3.0"}""", "version has an unknown value" },
            { """{"type":"bgm","description":"d","duration":0}""", "duration must be a whole number from 1 to 60" },
            { """{"type":"bgm","description":"d","duration":61}""", "duration must be a whole number" },
            { """{"type":"bgm","description":"d","genre":"rock"}""", "genre must be an array" },
            { """{"type":"bgm","description":"d","genre":["Rock"]}""", "genre[0] has an unknown value" },
            {
                """{"type":"bgm","description":"d","genre":["rock","pop","jazz","funk","folk","epic"]}""",
                "genre has 6 items; at most 5"
            },
            { """{"type":"bgm","description":"d","mood":["angry"]}""", "mood[0] has an unknown value" },
            { """{"type":"bgm","description":"d","instrument":["kazoo"]}""", "instrument[0] has an unknown value" },
            { """{"type":"bgm","description":"d","theme":["business"]}""", "theme[0] has an unknown value" },
            {
                """{"type":"bgm","description":"d","version":"v2.0","duration":121}""",
                "duration must be a whole number"
            },
            { """{"type":"bgm","description":"d","version":"v2.0","duration":0}""", "duration must be a whole number" },
            { """{"type":"bgm","description":"d","version":"v2.0","segments":{}}""", "segments must be an array" },
            { """{"type":"bgm","description":"d","version":"v2.0","segments":[1]}""", "segments[0] must be an object" },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"duration":30}]}""",
                "segments[0].name"
            },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"name":"solo","duration":30}]}""",
                "segments[0].name has an unknown value"
            },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"name":"verse"}]}""",
                "needs a duration"
            },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"name":"verse","duration":4}]}""",
                "segments[0].duration must be a whole number"
            },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"name":"verse","duration":29}]}""",
                "29 seconds together"
            },
            {
                """{"type":"bgm","description":"d","version":"v2.0","segments":[{"name":"verse","duration":61},{"name":"chorus","duration":60}]}""",
                "121 seconds together"
            },
            { """{"lyrics":"la" """, "not valid JSON" },
            { """nonsense""", "not valid JSON" },
            { """["lyrics"]""", "must be a JSON object" },
            { """null""", "must be a JSON object" },
            { "", "no body" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_is_400_with_a_sentence_and_costs_nothing(string body, string sentence)
    {
        var api = await shared.Server.ClientAsync(10);
        var (status, answer) = await api.CreateAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertShape(answer, 400, "bad_request");
        Assert.Contains(sentence, (string)answer["message"]!, StringComparison.Ordinal);
        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.OK)]
    [InlineData(2001, HttpStatusCode.BadRequest)]
    public async Task Lyrics_have_at_most_2000_characters(int length, HttpStatusCode expected)
    {
        // Each of these is one character to a reader and two UTF-16 units to a program.
        var api = await shared.Server.ClientAsync(10);
        var lyrics = string.Concat(Enumerable.Repeat("\U0001F3B5", length));
        var (status, _) = await api.CreateAsync(new JsonObject { ["lyrics"] = lyrics }.ToJsonString());
        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(700, HttpStatusCode.OK)]
    [InlineData(701, HttpStatusCode.BadRequest)]
    public async Task Chinese_lyrics_have_at_most_700_characters(int length, HttpStatusCode expected)
    {
        var api = await shared.Server.ClientAsync(10);
        var lyrics = string.Concat(Enumerable.Repeat("春风又绿江南岸，", 100))[..length];
        var (status, answer) = await api.CreateAsync(new JsonObject { ["lyrics"] = lyrics }.ToJsonString());
        Assert.Equal(expected, status);
        Assert.Contains(
            expected == HttpStatusCode.OK ? "success" : "at most 700",
            (string)answer["message"]!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("v2.0", 200, HttpStatusCode.OK)]
    [InlineData("v2.0", 201, HttpStatusCode.BadRequest)]
    [InlineData("v1.0", 5000, HttpStatusCode.OK)]
    public async Task A_description_has_at_most_200_characters_in_version_2(
        string version,
        int length,
        HttpStatusCode expected
    )
    {
        var api = await shared.Server.ClientAsync(10);
        var body = new JsonObject
        {
            ["type"] = "bgm",
            ["version"] = version,
            ["description"] = new string('d', length),
            ["duration"] = 30,
        };
        Assert.Equal(expected, (await api.CreateAsync(body.ToJsonString())).Status);
    }

    [Theory]
    [InlineData(10_000_000, false)]
    [InlineData(10_000_000, true)]
    [InlineData(262_145, false)]
    public async Task A_body_over_256_KiB_is_413(int length, bool chunked)
    {
        var api = await shared.Server.ClientAsync(10);
        var body = "{\"lyrics\":\"" + new string('a', length - 13) + "\"}";
        (string, string)[] headers = chunked ? [("Transfer-Encoding", "chunked")] : [];
        var (status, answer) = await api.SendAsync(HttpMethod.Post, "/api/v1/nuro/create", body, headers);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        AssertShape(answer, 413, "bad_request");
    }

    [Theory]
    [InlineData(null, "Authorization header is missing.")]
    [InlineData("", "Authorization header is missing.")]
    [InlineData("sk-123", "Invalid authorization format.")]
    [InlineData("Basic abc", "Invalid authorization format.")]
    [InlineData("Bearer", "Invalid authorization format.")]
    [InlineData("Bearer a b", "Invalid authorization format.")]
    [InlineData("Bearer sk-unknown", "Invalid API key.")]
    public async Task Without_a_good_key_it_is_401(string? header, string sentence)
    {
        var api = shared.Server.ClientOf(null);
        (string, string)[] headers = header is null ? [] : [("Authorization", header)];
        foreach (var (method, path) in Guarded)
        {
            var (status, answer) = await api.SendAsync(method, path, null, headers);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            var text = path.StartsWith("/api", StringComparison.Ordinal) ? answer["message"] : answer["detail"];
            Assert.StartsWith(sentence, (string)text!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_revoked_key_is_401_at_once()
    {
        var key = await shared.Server.Keys.CreateAsync("test", 10);
        var api = shared.Server.ClientOf(key.Secret);
        Assert.Equal((10, 0), await api.CreditsAsync());
        await shared.Server.Keys.RevokeAsync(key.Id);
        var (status, answer) = await api.GetAsync("/api/v1/get-credits");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        AssertShape(answer, 401, "unauthorized");
    }

    [Fact]
    public async Task Without_credits_it_is_403_and_says_so()
    {
        var api = await shared.Server.ClientAsync(9);
        var (status, answer) = await api.CreateAsync("""{"lyrics":"la"}""");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        AssertShape(answer, 403, "forbidden");
        Assert.Contains("credits", (string)answer["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("x")]
    [InlineData("%27%20OR%201=1--")]
    public async Task An_unknown_task_is_404(string id)
    {
        var (status, answer) = await (await shared.Server.ClientAsync()).PollAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, status);
        AssertShape(answer, 404, "not_found");
        Assert.Equal("task not found.", (string)answer["message"]!);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nuro/create", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/get-credits", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v2/nuro/create", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/nuro/task/", HttpStatusCode.NotFound)]
    public async Task Unknown_paths_and_methods_are_told_in_json(string method, string path, HttpStatusCode expected)
    {
        var (status, answer) = await shared.Server.ClientOf(null).SendAsync(new HttpMethod(method), path);
        Assert.Equal(expected, status);
        AssertShape(answer, (int)expected, expected == HttpStatusCode.NotFound ? "not_found" : "bad_request");
    }

    [Fact]
    public async Task Anything_may_be_called_json_and_unknown_fields_are_ignored()
    {
        using var http = new HttpClient { BaseAddress = shared.Server.Address };
        var key = await shared.Server.Keys.CreateAsync("test", 100);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key.Secret}");
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/json" })
        {
            const string Body =
                """{"lyrics":"la","webhook_url":"https://a.example/","custom_mode":true,"mv":{"x":[1]}}""";
            using var content = new StringContent(Body, Encoding.UTF8, type);
            using var response = await http.PostAsync(new Uri("/api/v1/nuro/create", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static (HttpMethod Method, string Path)[] Guarded =>
        [
            (HttpMethod.Post, "/api/v1/nuro/create"),
            (HttpMethod.Get, "/api/v1/nuro/task/x"),
            (HttpMethod.Get, "/api/v1/get-credits"),
            (HttpMethod.Get, "/v1/tasks"),
            (HttpMethod.Get, "/v1/tasks/x"),
            (HttpMethod.Post, "/v1/tasks/x/cancel"),
            (HttpMethod.Get, "/v1/clips/x/song.json"),
            (HttpMethod.Get, "/v1/clips/x/song.mid"),
            (HttpMethod.Get, "/v1/clips/x/lyrics.json"),
            (HttpMethod.Delete, "/v1/clips/x"),
        ];

    private static void AssertShape(JsonNode answer, int code, string type)
    {
        Assert.Equal(code, (int)answer["code"]!);
        Assert.Equal(type, (string)answer["type"]!);
        Assert.False(string.IsNullOrWhiteSpace((string)answer["message"]!));
        Assert.Equal((string)answer["message"]!, (string)answer["error"]!);
        Assert.Null(answer["task_id"]);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Troubadour.Engine;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>Calls of the studio family that must go well.</summary>
internal static class StudioCalls
{
    public const string Root = "/api/v1/studio";
    public const string Create = Root + "/create";

    /// <summary>Own words, 32 seconds.</summary>
    public const string Custom =
        """{"prompt":"rock, pop soul, electronic, ","lyrics":"[Verse]\nla la","lyrics_type":"user","model_type":"studio32-v1.5"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The custom body with other fields; null takes a field away.</summary>
    public static string With(params (string Name, JsonNode? Value)[] fields)
    {
        var body = JsonNode.Parse(Custom)!.AsObject();
        foreach (var (name, value) in fields)
        {
            body.Remove(name);
            if (value is not null)
            {
                body[name] = value;
            }
        }

        return body.ToJsonString();
    }

    /// <summary>The custom body as a continuation of a clip.</summary>
    public static string Going(string clip, string crop = "", params (string Name, JsonNode? Value)[] fields) =>
        With([("config", JsonNode.Parse(Config(clip, crop))), .. fields]);

    /// <summary>A continuation's config; further fields begin with a comma.</summary>
    public static string Config(string clip, string further = "") =>
        $$$"""{"mode":"continuation","source":{"source_type":"song","song_id":"{{{clip}}}"}{{{further}}}}""";

    /// <summary>The task of a create that must be accepted, told in the family's own envelope.</summary>
    public static async Task<string> StartStudioAsync(this Api api, string body)
    {
        var (status, answer) = await api.PostAsync(Create, body);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        Assert.Equal(["code", "data"], answer.AsObject().Select(pair => pair.Key));
        Assert.Equal("success", (string)answer["code"]!);
        var id = (string)answer["data"]!;
        Assert.True(Guid.TryParse(id, out _));
        return id;
    }

    /// <summary>A poll of a task of this key: 200, whatever became of it.</summary>
    public static async Task<JsonNode> PollStudioAsync(this Api api, string id)
    {
        var (status, body) = await api.GetAsync($"{Root}/task/{id}");
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        Assert.Equal(("success", ""), ((string)body["code"]!, (string)body["message"]!));
        return body;
    }

    /// <summary>Polls until the predicate holds.</summary>
    public static async Task<JsonNode> StudioUntilAsync(this Api api, string id, Func<JsonNode, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var body = await api.PollStudioAsync(id);
            if (holds(body))
            {
                return body;
            }

            await Task.Delay(30, patience.Token);
        }
    }

    /// <summary>The poll of a task that has ended.</summary>
    public static Task<JsonNode> EndOfStudioAsync(this Api api, string id) =>
        api.StudioUntilAsync(id, body => Status(body) is "SUCCESS" or "FAILURE");

    /// <summary>The songs of a create that must succeed.</summary>
    public static async Task<JsonArray> SongsAsync(this Api api, string body)
    {
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(body));
        Assert.Equal("SUCCESS", Status(end));
        return Songs(end);
    }

    /// <summary>The id of a finished song of 32 seconds.</summary>
    public static async Task<string> StudioSongAsync(this Api api, params (string Name, JsonNode? Value)[] fields) =>
        (string)(await api.SongsAsync(With(fields)))[0]!["id"]!;

    public static string Text(JsonNode? node, string key) => (string)node![key]!;

    public static string Status(JsonNode poll) => (string)poll["data"]!["status"]!;

    public static JsonArray Songs(JsonNode poll) => poll["data"]!["data"]!["songs"]!.AsArray();

    /// <summary>What is to be made for a create that must be accepted.</summary>
    public static async Task<IReadOnlyList<SongOrder>> OrdersAsync(this TestServer server, Api api, string body) =>
        (await server.PlanAsync(await api.StartStudioAsync(body))).Orders;

    /// <summary>The first of the two orders of a create that must be accepted.</summary>
    public static async Task<SongOrder> OrderAsync(this TestServer server, string body) =>
        (await server.OrdersAsync(await server.ClientAsync(), body))[0];

    /// <summary>Fetches a file of this server by its address alone.</summary>
    public static async Task DownloadsAsync(this TestServer server, string url, string type)
    {
        using var http = new HttpClient();
        Assert.StartsWith(server.Address.ToString(), url, StringComparison.Ordinal);
        using var response = await http.GetAsync(new Uri(url));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>Calls of the sonic family that must go well.</summary>
internal static class SonicCalls
{
    public const string Root = "/api/v1/sonic";
    public const string Custom =
        """{"custom_mode":true,"mv":"sonic-v5","prompt":"[Verse]\nla la","tags":"pop","title":"Mine"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<(HttpStatusCode Status, JsonNode Body)> SonicAsync(this Api api, string call, string body) =>
        api.PostAsync($"{Root}/{call}", body);

    /// <summary>The task of a call that must be accepted.</summary>
    public static async Task<string> StartAsync(this Api api, string call, string body)
    {
        var (status, answer) = await api.SonicAsync(call, body);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        Assert.Equal((200, "success"), ((int)answer["code"]!, (string)answer["message"]!));
        return (string)answer["task_id"]!;
    }

    /// <summary>Polls until every clip is terminal or the task has failed as a whole.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Body)> EndOfAsync(this Api api, string taskId)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (status, body) = await api.GetAsync($"{Root}/task/{taskId}");
            var over =
                status is not (HttpStatusCode.OK or HttpStatusCode.Accepted)
                || body["data"]?.AsArray().All(clip => (string)clip!["state"]! is "succeeded" or "failed") == true;
            if (over)
            {
                return (status, body);
            }

            await Task.Delay(40, patience.Token);
        }
    }

    /// <summary>The clips of a call that must succeed.</summary>
    public static async Task<JsonArray> ClipsAsync(this Api api, string call, string body)
    {
        var (status, end) = await api.EndOfAsync(await api.StartAsync(call, body));
        Assert.Equal(HttpStatusCode.OK, status);
        var clips = end["data"]!.AsArray();
        Assert.All(clips, clip => Assert.Equal("succeeded", (string)clip!["state"]!));
        return clips;
    }

    /// <summary>The id of a finished song.</summary>
    public static async Task<string> SongAsync(this Api api) =>
        (string)(await api.ClipsAsync("create", Custom))[0]!["clip_id"]!;

    /// <summary>A custom body with other fields set.</summary>
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
}

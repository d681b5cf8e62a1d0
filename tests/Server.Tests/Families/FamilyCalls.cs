using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families;

/// <summary>Calls of a family that answers with clips, which must go well.</summary>
/// <param name="root">The family's path.</param>
internal sealed class FamilyCalls(string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Root => root;

    /// <summary>The task of a call that must be accepted.</summary>
    public async Task<string> StartAsync(Api api, string call, string body)
    {
        var (status, answer) = await api.PostAsync($"{root}/{call}", body);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        Assert.Equal((200, "success"), ((int)answer["code"]!, (string)answer["message"]!));
        return (string)answer["task_id"]!;
    }

    /// <summary>Polls until every clip is terminal or the task has failed as a whole.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> EndOfAsync(Api api, string taskId)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (status, body) = await api.GetAsync($"{root}/task/{taskId}");
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
    public async Task<JsonArray> ClipsAsync(Api api, string call, string body)
    {
        var (status, end) = await EndOfAsync(api, await StartAsync(api, call, body));
        Assert.Equal(HttpStatusCode.OK, status);
        var clips = end["data"]!.AsArray();
        Assert.All(clips, clip => Assert.Equal("succeeded", (string)clip!["state"]!));
        return clips;
    }

    /// <summary>A body with other fields set; null takes a field away.</summary>
    public static string With(string json, params (string Name, JsonNode? Value)[] fields)
    {
        var body = JsonNode.Parse(json)!.AsObject();
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

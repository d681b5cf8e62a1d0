using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Troubadour.Load.Bench;

/// <summary>A client of an API node with one key. Every answer must be a success.</summary>
internal sealed class Caller(Node node, string key)
{
    public async Task<string> CreateAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/nuro/create", content);
        return (string)answer["task_id"]!;
    }

    /// <summary>A task of the humming engine, with hints what to do, and its length.</summary>
    public Task<string> HumAsync(string hints, int seconds) =>
        CreateAsync($$"""{"type":"bgm","description":"{{hints}}","duration":{{seconds}}}""");

    public Task<JsonNode> PollAsync(string id) => SendAsync(HttpMethod.Get, $"/api/v1/nuro/task/{id}");

    public Task<JsonNode> ListAsync() => SendAsync(HttpMethod.Get, "/v1/tasks?limit=50");

    public Task<JsonNode> CreditsAsync() => SendAsync(HttpMethod.Get, "/api/v1/get-credits");

    public Task<JsonNode> HealthAsync() => SendAsync(HttpMethod.Get, "/healthz");

    public Task<JsonNode> CancelAsync(string id) => SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");

    /// <summary>Polls until the task has succeeded.</summary>
    public async Task EndAsync(string id, TimeSpan pause)
    {
        while (true)
        {
            var answer = await PollAsync(id);
            switch ((string)answer["status"]!)
            {
                case "succeeded":
                    return;
                case "failed":
                    throw new InvalidOperationException(answer.ToJsonString());
                default:
                    await Task.Delay(pause);
                    break;
            }
        }
    }

    /// <summary>Downloads a song's WAV, to nowhere.</summary>
    public async Task DownloadAsync(string id)
    {
        using var response = await node.Http.GetAsync(
            new Uri($"/storage/v1/object/public/songs/song-{id}.wav", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null);
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await node.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests;

/// <summary>A client of the API with one key.</summary>
public sealed class Api(HttpClient http, string? key)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        HttpMethod method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await RawAsync(method, path, body, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("json", response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        return (response.StatusCode, JsonNode.Parse(text)!);
    }

    public async Task<HttpResponseMessage> RawAsync(
        HttpMethod method,
        string path,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await http.SendAsync(request);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<(HttpStatusCode Status, JsonNode Body)> CreateAsync(string body) =>
        SendAsync(HttpMethod.Post, "/api/v1/nuro/create", body);

    public Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body) =>
        SendAsync(HttpMethod.Post, path, body);

    /// <summary>Creates a task that must be accepted.</summary>
    public async Task<string> AcceptAsync(string body)
    {
        var (status, answer) = await CreateAsync(body);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        return (string)answer["task_id"]!;
    }

    public Task<string> AcceptLyricsAsync(string lyrics) =>
        AcceptAsync(new JsonObject { ["lyrics"] = lyrics, ["duration"] = 30 }.ToJsonString());

    public Task<(HttpStatusCode Status, JsonNode Body)> PollAsync(string id) => GetAsync($"/api/v1/nuro/task/{id}");

    /// <summary>Polls until the predicate holds.</summary>
    public async Task<JsonNode> PollUntilAsync(string id, Func<JsonNode, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (_, body) = await PollAsync(id);
            if (holds(body))
            {
                return body;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Polls until the task has ended.</summary>
    public Task<JsonNode> EndAsync(string id) =>
        PollUntilAsync(id, body => (string)body["status"]! is "succeeded" or "failed");

    public async Task<(long Credits, long Extra)> CreditsAsync()
    {
        var (_, body) = await GetAsync("/api/v1/get-credits");
        return ((long)body["credits"]!, (long)body["extra_credits"]!);
    }
}

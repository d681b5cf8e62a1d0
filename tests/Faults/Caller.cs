using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Troubadour.Faults;

/// <summary>A caller as the documentation asks for: it sends each create under a key of its own until it is answered, at whatever server answers.</summary>
public sealed class Caller : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly Func<IReadOnlyList<Uri>> _servers;
    private int _turn;

    /// <summary>Calls these servers in turn.</summary>
    public Caller(string key, Func<IReadOnlyList<Uri>> servers)
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _servers = servers;
    }

    /// <summary>Creates a task.</summary>
    /// <param name="milliseconds">How long it works.</param>
    /// <param name="hook">Where to tell of its end; null for nowhere.</param>
    /// <returns>Its id.</returns>
    public async Task<string> CreateAsync(int milliseconds, string? hook)
    {
        var body = new JsonObject
        {
            ["type"] = "bgm",
            ["description"] = $"(work {milliseconds})",
            ["duration"] = 1,
        };
        if (hook is not null)
        {
            body["webhook_url"] = hook;
        }

        var once = Guid.NewGuid().ToString();
        var answer = await UntilAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/nuro/create")
                {
                    Content = JsonContent.Create(body),
                };
                request.Headers.Add("Idempotency-Key", once);
                return request;
            },
            _ => true
        );
        return (string)answer["task_id"]!;
    }

    /// <summary>Waits for a task's end.</summary>
    /// <returns>Its last status: "succeeded", "failed", or "lost" when it has none in time.</returns>
    public async Task<string> EndAsync(string id)
    {
        try
        {
            var answer = await UntilAsync(
                () => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/nuro/task/{id}"),
                answer => (string?)answer["status"] is "succeeded" or "failed"
            );
            return (string)answer["status"]!;
        }
        catch (OperationCanceledException)
        {
            return "lost";
        }
    }

    /// <summary>Cancels a task.</summary>
    public Task CancelAsync(string id) =>
        UntilAsync(() => new HttpRequestMessage(HttpMethod.Post, $"/v1/tasks/{id}/cancel"), _ => true);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> UntilAsync(Func<HttpRequestMessage> ask, Func<JsonNode, bool> enough)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await TryAsync(ask, patience.Token) is { } answer && enough(answer))
            {
                return answer;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<JsonNode?> TryAsync(Func<HttpRequestMessage> ask, CancellationToken cancellation)
    {
        var servers = _servers();
        if (servers.Count == 0)
        {
            return null;
        }

        var server = servers[(Interlocked.Increment(ref _turn) & int.MaxValue) % servers.Count];
        using var request = ask();
        request.RequestUri = new Uri(server, request.RequestUri!);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => JsonNode.Parse(text),
                HttpStatusCode.ServiceUnavailable => null,
                // A task that failed is told with its own status.
                _ when JsonNode.Parse(text)?["status"] is not null => JsonNode.Parse(text),
                var status => throw new InvalidOperationException($"{(int)status}: {text}"),
            };
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is TaskCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            // No answer: the next server is asked.
            return null;
        }
    }
}

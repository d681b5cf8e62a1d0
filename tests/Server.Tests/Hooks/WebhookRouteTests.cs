using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;
using Troubadour.Server.Hooks;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>A running server sends what it owes; the task's owner, and nobody else, sees what became of it.</summary>
public sealed class WebhookRouteTests
{
    [Fact]
    public async Task The_owner_sees_every_try_and_can_have_it_sent_again()
    {
        await using var receiver = new Receiver("500 No", "200 OK");
        await using var server = await StartAsync("--Troubadour:Webhooks:RetrySeconds:0=0");
        var (api, task) = await OweAsync(server, receiver.Url);
        await receiver.AwaitAsync(2);
        var hook = await StateAsync(api, task, "delivered");
        var first = receiver.Messages.First();
        Assert.Equal((first.Id, receiver.Url), ((string)hook["id"]!, (string)hook["url"]!));
        Assert.Equal("song.failed", (string)hook["event"]!);
        var tries = hook["tries"]!.AsArray();
        Assert.Equal([500, 200], tries.Select(t => (int)t!["status"]!));
        Assert.Equal(["the receiver refused", null], tries.Select(t => (string?)t!["error"]));
        Assert.All(tries, t => Assert.True((int)t!["ms"]! >= 0 && (DateTimeOffset)t["at"]! > DateTimeOffset.UnixEpoch));
        Assert.Null(hook["next_at"]);
        Assert.NotNull(hook["delivered_at"]);
        Assert.DoesNotContain("secret", hook.ToJsonString(), StringComparison.Ordinal);

        var resend = $"/v1/tasks/{task}/webhooks/{first.Id}/resend";
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Post, resend)).Status);
        await receiver.AwaitAsync(3);
        var last = receiver.Messages.Last();
        Assert.Equal(first.Body, last.Body);
        Assert.Equal((first.Id, true), (last.Id, last.IsSignedWith("secret")));
    }

    [Fact]
    public async Task For_another_key_there_is_no_such_task()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var (api, task) = await OweAsync(server, receiver.Url);
        await receiver.AwaitAsync(1);
        var hook = await StateAsync(api, task, "delivered");
        var (log, resend) = ($"/v1/tasks/{task}/webhooks", $"/v1/tasks/{task}/webhooks/{(string)hook["id"]!}/resend");
        var other = await server.ClientAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(log)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(HttpMethod.Post, resend)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ClientOf(null).GetAsync(log)).Status);
        var unknown = await api.SendAsync(HttpMethod.Post, $"{log}/none/resend");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.NotNull(unknown.Body["detail"]);
        Assert.Equal(1, receiver.Count);
    }

    [Fact]
    public async Task The_document_names_the_routes()
    {
        await using var server = await StartAsync();
        var (_, document) = await server.ClientOf(null).GetAsync("/openapi/v1.json");
        Assert.NotNull(document["paths"]!["/v1/tasks/{id}/webhooks"]!["get"]);
        Assert.NotNull(document["paths"]!["/v1/tasks/{id}/webhooks/{webhookId}/resend"]!["post"]);
    }

    private static Task<TestServer> StartAsync(params string[] settings) =>
        TestServer.StartAsync(
            ["--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1", .. settings],
            configure: services => services.AddSingleton<IWebhookBodies>(new TestBodies())
        );

    private static async Task<(Api Api, string Task)> OweAsync(TestServer server, string url)
    {
        var key = await server.Keys.CreateAsync("test", 100);
        var tasks = server.Services.GetRequiredService<TaskBook>();
        var task = new NewTask(new Caller(key.Id, key.AccountId), "test", "vocal", "{}", 10)
        {
            BaseUrl = "http://server",
            WebhookUrl = url,
            WebhookSecret = "secret",
        };
        var id = (await tasks.CreateAsync(task, new QueueLimits(100, 100))).TaskId!;
        await tasks.CancelAsync(key.AccountId, id);
        return (server.ClientOf(key.Secret), id);
    }

    private static async Task<JsonNode> StateAsync(Api api, string task, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var (status, body) = await api.GetAsync($"/v1/tasks/{task}/webhooks");
            Assert.Equal(HttpStatusCode.OK, status);
            var hook = body["webhooks"]!.AsArray().Single()!;
            if ((string)hook["state"]! == state)
            {
                return hook;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}

using System.Text.Json.Nodes;
using Troubadour.Server.Tests.Hooks;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>What receivers are told about sonic tasks.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task Finished_clips_are_told_as_a_poll_tells_them()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.StartAsync("create", Body(receiver, "la la"));
        var (_, polled) = await api.EndOfAsync(id);
        await receiver.AwaitAsync(1);
        var message = receiver.Messages.Single();
        Assert.True(message.IsSignedWith("secret"));
        Assert.Equal(
            ("song.completed", message.Id),
            (message.Headers["X-Webhook-Event"], message.Headers["Idempotency-Key"])
        );
        var told = JsonNode.Parse(message.Body)!;
        Assert.Equal(
            (200, "success", "suno", "song.completed", id),
            (
                (int)told["code"]!,
                (string)told["message"]!,
                (string)told["platform"]!,
                (string)told["event"]!,
                (string)told["task_id"]!
            )
        );
        Assert.True(JsonNode.DeepEquals(polled["data"], told["data"]));
        Assert.Null(told["data"]![0]!["video_url"]);
    }

    [Fact]
    public async Task A_failed_task_is_told_with_its_reason_and_refund()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.StartAsync("create", Body(receiver, "(refuse)"));
        await receiver.AwaitAsync(1);
        var told = JsonNode.Parse(receiver.Messages.Single().Body)!;
        Assert.Equal(
            (500, "song.failed", "api_error", id, true),
            (
                (int)told["code"]!,
                (string)told["event"]!,
                (string)told["type"]!,
                (string)told["task_id"]!,
                (bool)told["already_refunded"]!
            )
        );
        Assert.Contains("50 seconds", (string)told["message"]!, StringComparison.Ordinal);
        Assert.All(told["data"]!.AsArray(), clip => Assert.Equal("failed", (string)clip!["state"]!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_clip_is_told_early_only_when_the_operator_wants_it(bool streaming)
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync($"--Troubadour:Webhooks:Streaming={streaming}");
        var api = await server.ClientAsync();
        await api.EndOfAsync(await api.StartAsync("create", Body(receiver, "hum (work 1500)")));
        await receiver.AwaitAsync(streaming ? 2 : 1);
        var events = receiver.Messages.Select(message => message.Headers["X-Webhook-Event"]);
        Assert.Equal(streaming ? ["song.streaming", "song.completed"] : ["song.completed"], events);
        var first = JsonNode.Parse(receiver.Messages.First().Body)!["data"]!;
        Assert.Equal(streaming ? "running" : "succeeded", (string)first[1]!["state"]!);
        Assert.NotEqual("", (string)first[0]!["audio_url"]!);
    }

    [Fact]
    public async Task Stems_and_batches_are_told_too()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var (_, batch) = await api.SonicAsync("batch", $$"""{"items":[{{Body(receiver, "la")}}]}""");
        var (_, end) = await api.EndOfAsync((string)batch["tasks"]![0]!["task_id"]!);
        var stems = new JsonObject
        {
            ["clip_id"] = (string)end["data"]![0]!["clip_id"]!,
            ["webhook_url"] = receiver.Url,
        };
        await api.EndOfAsync(await api.StartAsync("stems/full", stems.ToJsonString()));
        await receiver.AwaitAsync(2);
        Assert.Equal(12, JsonNode.Parse(receiver.Messages.Last().Body)!["data"]!.AsArray().Count);
    }

    private static Task<TestServer> StartAsync(params string[] settings) =>
        TestServer.StartAsync(["--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1", .. settings]);

    private static string Body(Receiver receiver, string words) =>
        SonicCalls.With(("prompt", words), ("webhook_url", receiver.Url), ("webhook_secret", "secret"));
}

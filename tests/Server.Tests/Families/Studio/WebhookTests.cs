using System.Text.Json.Nodes;
using Troubadour.Server.Tests.Hooks;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>What receivers are told about studio tasks.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task A_finished_task_is_told_as_a_poll_tells_it()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.StartStudioAsync(Body(receiver, "la la"));
        var polled = await api.EndOfStudioAsync(id);
        Assert.Equal(receiver.Url, (string)polled["data"]!["notify_hook"]!);
        await receiver.AwaitAsync(1);
        var message = receiver.Messages.Single();
        Assert.True(message.IsSignedWith("secret"));
        Assert.Equal("song.completed", message.Headers["X-Webhook-Event"]);
        var told = JsonNode.Parse(message.Body)!.AsObject();
        Assert.Equal(["code", "data", "message", "task_id", "platform", "event"], told.Select(pair => pair.Key));
        Assert.Equal(
            (200, "success", "studio", "song.completed", id),
            (
                (int)told["code"]!,
                (string)told["message"]!,
                (string)told["platform"]!,
                (string)told["event"]!,
                (string)told["task_id"]!
            )
        );
        Assert.True(JsonNode.DeepEquals(polled["data"], told["data"]));
    }

    [Fact]
    public async Task A_failed_task_is_told_with_its_reason_and_refund()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.StartStudioAsync(Body(receiver, "(refuse)"));
        var polled = await api.EndOfStudioAsync(id);
        await receiver.AwaitAsync(1);
        var told = JsonNode.Parse(receiver.Messages.Single().Body)!;
        Assert.Equal(
            (500, "song.failed", "api_error", "studio", true),
            (
                (int)told["code"]!,
                (string)told["event"]!,
                (string)told["type"]!,
                (string)told["platform"]!,
                (bool)told["already_refunded"]!
            )
        );
        Assert.Contains("50 seconds", (string)told["message"]!, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(polled["data"], told["data"]));
    }

    [Fact]
    public async Task The_first_song_is_told_early_when_the_operator_wants_it()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync("--Troubadour:Webhooks:Streaming=true");
        var api = await server.ClientAsync();
        await api.EndOfStudioAsync(await api.StartStudioAsync(Body(receiver, "hum (work 1500)")));
        await receiver.AwaitAsync(2);
        Assert.Equal(
            ["song.streaming", "song.completed"],
            receiver.Messages.Select(message => message.Headers["X-Webhook-Event"])
        );
        var first = JsonNode.Parse(receiver.Messages.First().Body)!["data"]!;
        Assert.Equal("IN_PROGRESS", (string)first["status"]!);
        Assert.Equal([true, false], first["data"]!["songs"]!.AsArray().Select(song => (bool)song!["finished"]!));
    }

    private static Task<TestServer> StartAsync(params string[] settings) =>
        TestServer.StartAsync(["--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1", .. settings]);

    private static string Body(Receiver receiver, string words) =>
        StudioCalls.With(("lyrics", words), ("webhook_url", receiver.Url), ("webhook_secret", "secret"));
}

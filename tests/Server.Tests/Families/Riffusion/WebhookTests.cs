using System.Text.Json.Nodes;
using Troubadour.Server.Tests.Hooks;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>What receivers are told about riffusion tasks.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task Finished_clips_are_told_as_a_poll_tells_them()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await RiffusionCalls.Family.StartAsync(api, "create", Body(receiver, "la la"));
        var (_, polled) = await RiffusionCalls.Family.EndOfAsync(api, id);
        await receiver.AwaitAsync(1);
        var message = receiver.Messages.Single();
        Assert.True(message.IsSignedWith("secret"));
        var told = JsonNode.Parse(message.Body)!;
        Assert.Equal(
            (200, "success", "riffusion", "song.completed", id),
            (
                (int)told["code"]!,
                (string)told["message"]!,
                (string)told["platform"]!,
                (string)told["event"]!,
                (string)told["task_id"]!
            )
        );
        Assert.True(JsonNode.DeepEquals(polled["data"], told["data"]));
        Assert.NotEmpty(told["data"]![0]!["timestamp"]!["words"]!.AsArray());
    }

    [Fact]
    public async Task A_failed_task_is_told_with_its_reason_and_refund()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        await RiffusionCalls.Family.StartAsync(api, "create", Body(receiver, "(refuse)"));
        await receiver.AwaitAsync(1);
        var told = JsonNode.Parse(receiver.Messages.Single().Body)!;
        Assert.Equal(
            (500, "song.failed", true),
            ((int)told["code"]!, (string)told["event"]!, (bool)told["already_refunded"]!)
        );
        Assert.Contains("50 seconds", (string)told["message"]!, StringComparison.Ordinal);
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(["--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1"]);

    private static string Body(Receiver receiver, string words) =>
        RiffusionCalls.With(("lyrics", words), ("webhook_url", receiver.Url), ("webhook_secret", "secret"));
}

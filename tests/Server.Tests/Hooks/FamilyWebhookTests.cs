using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>From a create to the receiver, through everything that lies between.</summary>
public sealed class FamilyWebhookTests
{
    [Fact]
    public async Task A_finished_song_is_told_as_a_poll_tells_it()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.AcceptAsync(Body("la", receiver.Url));
        var polled = await api.EndAsync(id);
        await receiver.AwaitAsync(1);
        var message = receiver.Messages.Single();
        Assert.True(message.IsSignedWith("secret"));
        Assert.Equal("song.completed", message.Headers["X-Webhook-Event"]);
        var told = JsonNode.Parse(message.Body)!.AsObject();
        Assert.Equal(
            (200, "nuro", "song.completed"),
            ((int)told["code"]!, (string)told["platform"]!, (string)told["event"]!)
        );
        Assert.False(told.ContainsKey("data"));
        foreach (var (name, value) in polled.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, told[name]), name);
        }
    }

    [Fact]
    public async Task A_cancelled_song_is_told_as_a_failed_one()
    {
        await using var receiver = new Receiver();
        await using var server = await StartAsync();
        var api = await server.ClientAsync();
        var id = await api.AcceptAsync(Body("(work 600000)", receiver.Url));
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        await receiver.AwaitAsync(1);
        var told = JsonNode.Parse(receiver.Messages.Single().Body)!;
        Assert.Equal(("song.failed", id), ((string)told["event"]!, (string)told["task_id"]!));
        Assert.NotEqual(200, (int)told["code"]!);
        Assert.NotEmpty((string)told["message"]!);
    }

    [Fact]
    public async Task An_address_that_cannot_be_told_is_refused_at_the_create_and_costs_nothing()
    {
        await using var server = await StartAsync();
        var api = await server.ClientAsync(10);
        foreach (var url in new[] { "https://localhost/", "http://example.com/", "https://10.0.0.1/", "no address" })
        {
            var (status, body) = await api.CreateAsync(Body("la", url));
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.StartsWith("webhook_url ", (string)body["message"]!, StringComparison.Ordinal);
            Assert.Null(body["task_id"]);
        }

        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(["--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1"]);

    private static string Body(string lyrics, string url) =>
        new JsonObject
        {
            ["lyrics"] = lyrics,
            ["duration"] = 30,
            ["webhook_url"] = url,
            ["webhook_secret"] = "secret",
        }.ToJsonString();
}

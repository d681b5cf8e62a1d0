using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>What creates cost, and that each is paid once.</summary>
[Collection(SharedServerTests.Name)]
public sealed class PaymentTests(SharedServer shared)
{
    [Fact]
    public async Task A_create_costs_what_the_operator_says()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Prices:Studio=8"]);
        var api = await server.ClientAsync(16);
        var song = await api.StudioSongAsync();
        Assert.Equal((8, 0), await api.CreditsAsync());
        await api.StartStudioAsync(StudioCalls.Going(song));
        Assert.Equal((0, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_repeated_create_with_its_key_is_one_task_paid_once()
    {
        var api = await shared.Server.ClientAsync(15);
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var (status, answer) = await SendAsync(api, StudioCalls.Custom);
            Assert.Equal(HttpStatusCode.OK, status);
            ids.Add((string)answer["data"]!);
        }

        Assert.Single(ids);
        Assert.Equal((0, 0), await api.CreditsAsync());
        var (other, refusal) = await SendAsync(api, StudioCalls.With(("title", "Other")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 422), (other, (int)refusal["code"]!));

        static Task<(HttpStatusCode, JsonNode)> SendAsync(Api api, string body) =>
            api.SendAsync(HttpMethod.Post, StudioCalls.Create, body, ("Idempotency-Key", "once"));
    }
}

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>Studio tasks that end badly: what polls tell, and what becomes of the credits.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FailureTests(SharedServer shared)
{
    [Theory]
    [InlineData("(throw)")]
    [InlineData("(refuse)")]
    public async Task A_failed_task_is_a_poll_that_says_why_and_gives_its_credits_back(string words)
    {
        var api = await shared.Server.ClientAsync(15);
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(StudioCalls.With(("lyrics", words))));
        PollShape.Holds(end);
        Assert.Equal(("FAILURE", "100%"), (StudioCalls.Status(end), PollShape.Progress(end)));
        Assert.True((bool)end["already_refunded"]!);
        Assert.NotEqual("", StudioCalls.Text(end["data"]!, "fail_reason"));
        Assert.NotEqual(0, (long)end["data"]!["finish_time"]!);
        Assert.DoesNotContain("secret", end.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, StudioCalls.Songs(end).Count);
        foreach (var song in StudioCalls.Songs(end))
        {
            Assert.Equal((false, ""), ((bool)song!["finished"]!, StudioCalls.Text(song, "song_path")));
            Assert.Equal("api_error", StudioCalls.Text(song, "error_type"));
            Assert.NotEqual("", StudioCalls.Text(song, "error_detail"));
        }

        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task When_the_second_song_fails_the_first_stays_and_the_credits_go_back()
    {
        var api = await shared.Server.ClientAsync(15);
        var body = StudioCalls.With(("lyrics", "hum (fail at odd seeds)"), ("seed", 2));
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(body));
        var songs = StudioCalls.Songs(end);
        Assert.Equal("FAILURE", StudioCalls.Status(end));
        Assert.Equal([true, false], songs.Select(song => (bool)song!["finished"]!));
        Assert.Equal([null, "api_error"], songs.Select(song => (string?)song!["error_type"]));
        await shared.Server.DownloadsAsync(StudioCalls.Text(songs[0], "song_path"), "audio/mpeg");
        Assert.Equal("", StudioCalls.Text(songs[1], "song_path"));
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_task_that_took_too_long_or_was_cancelled_is_a_failure_too()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Render:TimeoutSeconds=1"]);
        var api = await server.ClientAsync(15);
        var end = await api.EndOfStudioAsync(
            await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 60000)")))
        );
        Assert.Equal(("FAILURE", true), (StudioCalls.Status(end), (bool)end["already_refunded"]!));
        Assert.All(StudioCalls.Songs(end), song => Assert.Equal("timeout", StudioCalls.Text(song, "error_type")));
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 60000)")));
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        var cancelled = await api.PollStudioAsync(id);
        Assert.Equal(("FAILURE", true), (StudioCalls.Status(cancelled), (bool)cancelled["already_refunded"]!));
        Assert.Equal((15, 0), await api.CreditsAsync());
    }
}

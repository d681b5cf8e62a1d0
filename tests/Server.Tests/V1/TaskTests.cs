using System.Net;

namespace Troubadour.Server.Tests.V1;

/// <summary>Our own routes: list, cancel, delete, and the files of a song.</summary>
[Collection(SharedServerTests.Name)]
public sealed class TaskTests(SharedServer shared)
{
    [Fact]
    public async Task Tasks_are_listed_in_pages_from_the_newest_on()
    {
        var api = await shared.Server.ClientAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await api.AcceptLyricsAsync("la"));
            await Task.Delay(2);
        }

        var listed = new List<string>();
        string? next = null;
        do
        {
            var (_, page) = await api.GetAsync($"/v1/tasks?limit=2{(next is null ? "" : $"&before={next}")}");
            listed.AddRange(page["tasks"]!.AsArray().Select(t => (string)t!["id"]!));
            next = (string?)page["next"];
        } while (next is not null);

        Assert.Equal(Enumerable.Reverse(ids), listed);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=x")]
    [InlineData("state=done")]
    public async Task A_list_asked_for_wrongly_is_400(string query)
    {
        var (status, body) = await (await shared.Server.ClientAsync()).GetAsync($"/v1/tasks?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["detail"]);
    }

    [Fact]
    public async Task A_running_task_is_cancelled_at_once_with_a_full_refund()
    {
        var api = await shared.Server.ClientAsync(10, 5);
        var id = await api.AcceptLyricsAsync("(work 600000)");
        await api.PollUntilAsync(id, b => (string)b["status"]! == "running");
        var (status, task) = await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
        Assert.Equal((HttpStatusCode.OK, "cancelled", 0), (status, (string)task["state"]!, (int)task["cost"]!));
        Assert.Equal((10, 5), await api.CreditsAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel")).Status);
        var (polled, answer) = await api.PollAsync(id);
        Assert.Equal((HttpStatusCode.InternalServerError, "failed"), (polled, (string)answer["status"]!));
        // The slot gets a new worker.
        Assert.Equal("succeeded", (string)(await api.EndAsync(await api.AcceptLyricsAsync("la")))["status"]!);
    }

    [Fact]
    public async Task The_files_of_a_song_are_there_for_its_key_alone_until_it_is_deleted()
    {
        var (mine, other) = (await shared.Server.ClientAsync(), await shared.Server.ClientAsync());
        var id = await mine.AcceptLyricsAsync("la");
        var wav = (string)(await mine.EndAsync(id))["audio_url"]!;
        string[] files = [$"/v1/clips/{id}/song.json", $"/v1/clips/{id}/song.mid", $"/v1/clips/{id}/lyrics.json"];
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await mine.RawAsync(HttpMethod.Get, file)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.RawAsync(HttpMethod.Get, file)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.RawAsync(HttpMethod.Delete, $"/v1/clips/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await mine.RawAsync(HttpMethod.Delete, $"/v1/clips/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.RawAsync(HttpMethod.Delete, $"/v1/clips/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.RawAsync(HttpMethod.Get, wav)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.PollAsync(id)).Status);
        Assert.False(Directory.Exists(Path.Combine(shared.Server.Folder, "songs", id[..2], id)));
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mine.RawAsync(HttpMethod.Get, file)).StatusCode);
        }
    }

    [Fact]
    public async Task Anothers_task_cannot_be_seen_or_cancelled()
    {
        var (mine, other) = (await shared.Server.ClientAsync(), await shared.Server.ClientAsync());
        var id = await mine.AcceptLyricsAsync("la");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/v1/tasks/{id}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel")).Status
        );
        Assert.Empty((await other.GetAsync("/v1/tasks")).Body["tasks"]!.AsArray());
    }
}

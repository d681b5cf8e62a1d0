using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Tests.Families.Sonic;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>Songs that go on from a moment of a clip.</summary>
[Collection(SharedServerTests.Name)]
public sealed class ContinuationTests(SharedServer shared)
{
    [Theory]
    [InlineData("", null)]
    [InlineData(""","crop_start_time":20""", 20.0)]
    [InlineData(""","crop_start_time":1.5""", 1.5)]
    [InlineData(""","crop_start_time":1""", 32.0)]
    [InlineData(""","crop_start_time":0.25""", 8.0)]
    [InlineData(""","crop_start_time":0""", 0.0)]
    public async Task It_goes_on_from_a_second_or_a_share_of_its_source_or_from_its_end(string crop, double? from)
    {
        var api = await shared.Server.ClientAsync();
        var song = await api.StudioSongAsync();
        var id = await api.StartStudioAsync(StudioCalls.Going(song, crop, ("seed", 7)));
        var plan = await shared.Server.PlanAsync(id);
        Assert.Equal(song, plan.SourceId);
        Assert.Equal([7L, 8L], plan.Orders.Select(order => order.Brief.Seed));
        Assert.All(plan.Orders, order => Assert.Equal((OrderKind.Extend, true), (order.Kind, order.IsWhole)));
        Assert.All(plan.Orders, order => Assert.Equal((from, 32), (order.FromSeconds, order.Brief.Seconds)));
    }

    [Fact]
    public async Task The_moment_may_be_told_inside_the_source_but_the_config_has_the_last_word()
    {
        var api = await shared.Server.ClientAsync();
        var song = await api.StudioSongAsync();
        var source = new JsonObject { ["song_id"] = song, ["crop_start_time"] = 12 };
        var config = new JsonObject { ["mode"] = "continuation", ["source"] = source };
        var orders = await shared.Server.OrdersAsync(api, StudioCalls.With(("config", config.DeepClone())));
        Assert.Equal(12, orders[0].FromSeconds);
        config["crop_start_time"] = 16;
        orders = await shared.Server.OrdersAsync(api, StudioCalls.With(("config", config)));
        Assert.Equal(16, orders[0].FromSeconds);
    }

    [Fact]
    public async Task It_is_two_songs_of_its_source_at_the_price_of_a_create()
    {
        var api = await shared.Server.ClientAsync(30);
        var song = await api.StudioSongAsync(("title", "Mine"));
        var id = await api.StartStudioAsync(StudioCalls.Going(song, ""","crop_start_time":9"""));
        var end = await api.EndOfStudioAsync(id);
        Assert.Equal(("SUCCESS", "studio-extend"), (StudioCalls.Status(end), (string)end["data"]!["action"]!));
        Assert.Equal(2, StudioCalls.Songs(end).Count);
        Assert.All(StudioCalls.Songs(end), made => Assert.Equal("Mine", (string)made!["title"]!));
        Assert.Equal((0, 0), await api.CreditsAsync());
        var (_, task) = await api.GetAsync($"/v1/tasks/{id}");
        Assert.All(task["clips"]!.AsArray(), clip => Assert.Equal(song, (string)clip!["source_id"]!));
    }

    [Fact]
    public async Task Its_words_may_be_written_and_it_keeps_its_sources_title_unless_another_is_given()
    {
        var api = await shared.Server.ClientAsync();
        var song = await api.StudioSongAsync(("title", "Mine"));
        var body = StudioCalls.Going(song, "", ("lyrics_type", "generate"), ("prompt", "rain"));
        var order = (await shared.Server.OrdersAsync(api, body))[0];
        Assert.Contains("Line 1 of rain", order.Brief.Lyrics, StringComparison.Ordinal);
        Assert.Equal(("Mine", true), (order.Brief.Title, order.Brief.IsVocal));
        order = (await shared.Server.OrdersAsync(api, StudioCalls.Going(song, "", ("title", "Other"))))[0];
        Assert.Equal("Other", order.Brief.Title);
    }

    [Fact]
    public async Task It_may_go_on_without_words()
    {
        var api = await shared.Server.ClientAsync();
        var song = await api.StudioSongAsync();
        var order = (
            await shared.Server.OrdersAsync(api, StudioCalls.Going(song, "", ("lyrics_type", "instrumental")))
        )[0];
        Assert.Equal((OrderKind.Extend, false, ""), (order.Kind, order.Brief.IsVocal, order.Brief.Lyrics));
    }

    [Fact]
    public async Task A_song_of_another_family_can_go_on_and_a_studio_song_can_be_edited_there()
    {
        var api = await shared.Server.ClientAsync();
        var sonic = await api.SongAsync();
        var songs = await api.SongsAsync(StudioCalls.Going(sonic, ""","crop_start_time":0.5"""));
        var stems = $$"""{"clip_id":"{{(string)songs[0]!["id"]!}}"}""";
        Assert.Equal(2, (await api.ClipsAsync("stems/basic", stems)).Count);
    }

    [Fact]
    public async Task A_source_that_is_unknown_or_another_keys_or_not_made_yet_is_refused_and_costs_nothing()
    {
        var owner = await shared.Server.ClientAsync();
        var song = await owner.StudioSongAsync();
        var api = await shared.Server.ClientAsync(15);
        await RefusedAsync(api, StudioCalls.Going(song), "clip not found.");
        await RefusedAsync(api, StudioCalls.Going("nobody"), "clip not found.");
        Assert.Equal((15, 0), await api.CreditsAsync());
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 3000)")));
        var unmade = (string)StudioCalls.Songs(await api.PollStudioAsync(id))[0]!["id"]!;
        await RefusedAsync(api, StudioCalls.Going(unmade), "not ready");
        await api.SendAsync(HttpMethod.Post, $"/v1/tasks/{id}/cancel");
    }

    [Fact]
    public async Task An_upload_cannot_go_on_until_it_is_analysed()
    {
        var key = await shared.Server.Keys.CreateAsync("uploads", 15);
        var upload = await UploadAsync(new Caller(key.Id, key.AccountId));
        var api = shared.Server.ClientOf(key.Secret);
        await RefusedAsync(api, StudioCalls.Going(upload), "this upload has not been analysed");
        Assert.Equal((15, 0), await api.CreditsAsync());
    }

    private async Task<string> UploadAsync(Caller caller)
    {
        var id = Guid.CreateVersion7().ToString();
        var task = new NewTask(caller, "sonic", "upload", "{}", 0)
        {
            Id = id,
            Clips = [new NewClip(ClipKind.Upload) { HasTaskId = true }],
        };
        var finished = new FinishedClip(id, "", "", 20, "", "", "", "", 0);
        return await shared
            .Server.Services.GetRequiredService<TaskDoor>()
            .CompleteAsync(task, (books, _) => ClipBook.Finish(books, finished, 1));
    }

    private static async Task RefusedAsync(Api api, string body, string sentence)
    {
        var (status, answer) = await api.PostAsync(StudioCalls.Create, body);
        Assert.Equal((HttpStatusCode.BadRequest, "bad_request"), (status, (string)answer["type"]!));
        Assert.Contains(sentence, (string)answer["message"]!, StringComparison.Ordinal);
    }
}

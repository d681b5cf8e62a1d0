using System.Text.Json.Nodes;
using Troubadour.Engine;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>What each task type asks of the engine.</summary>
[Collection(SharedServerTests.Name)]
public sealed class EditTests(SharedServer shared)
{
    [Theory]
    [InlineData("extend_music", OrderKind.Extend)]
    [InlineData("cover_music", OrderKind.Cover)]
    [InlineData("replace_music", OrderKind.Replace)]
    [InlineData("swap_music_sound", OrderKind.SwapSound)]
    [InlineData("swap_music_vocals", OrderKind.SwapVocals)]
    public async Task An_edit_makes_two_clips_of_its_source_for_twelve_credits(string type, OrderKind kind)
    {
        var api = await shared.Server.ClientAsync(100);
        var source = await api.RiffAsync();
        var body = Edit(type, source, ("title", null), ("seed", 7));
        var id = await RiffusionCalls.Family.StartAsync(api, "create", body);
        var (_, end) = await RiffusionCalls.Family.EndOfAsync(api, id);
        Assert.All(
            end["data"]!.AsArray(),
            clip => Assert.Equal(("succeeded", "Mine"), ((string)clip!["state"]!, (string)clip["title"]!))
        );
        Assert.Equal((100 - 12 - 12, 0), await api.CreditsAsync());
        var plan = await shared.Server.PlanAsync(id);
        Assert.Equal(source, plan.SourceId);
        Assert.Equal([7L, 8L], plan.Orders.Select(order => order.Brief.Seed));
        Assert.All(plan.Orders, order => Assert.Equal(kind, order.Kind));
    }

    [Fact]
    public async Task An_extension_is_the_whole_song_from_the_moment_asked_for()
    {
        var (api, source) = await SourceAsync();
        var order = await OrderAsync(api, Edit("extend_music", source, ("continue_at", 3.5)));
        Assert.Equal((3.5, true), (order.FromSeconds, order.IsWhole));
    }

    [Theory]
    [InlineData("starts_at", "ends_at")]
    [InlineData("starts", "ends")]
    [InlineData("infill_start_s", "infill_end_s")]
    public async Task A_section_has_three_spellings_and_ends_with_the_clip_if_it_is_not_said(string from, string to)
    {
        var (api, source) = await SourceAsync();
        var order = await OrderAsync(
            api,
            Edit("replace_music", source, ("starts_at", null), ("ends_at", null), (from, 1), (to, 3))
        );
        Assert.Equal((1, 3), (order.FromSeconds, order.ToSeconds));
        order = await OrderAsync(api, Edit("replace_music", source, ("starts_at", null), ("ends_at", null), (from, 1)));
        Assert.Equal((1, null), (order.FromSeconds, order.ToSeconds));
    }

    [Fact]
    public async Task Each_knob_reaches_the_engine()
    {
        var (api, source) = await SourceAsync();
        var order = await OrderAsync(
            api,
            Edit(
                "cover_music",
                source,
                ("cover_strength", 0.9),
                ("lyrics_strength", 0.8),
                ("sound_strength", 0.2),
                ("weirdness", 0.6),
                ("prompt", "with strings"),
                ("mv", "FUZZ-1.0")
            )
        );
        Assert.Equal(
            (0.9, 0.8, 0.2, 0.6, 2),
            (
                order.Nearness,
                order.Brief.LyricsStrength,
                order.Brief.StyleStrength,
                order.Brief.Weirdness,
                order.Brief.Detail
            )
        );
        Assert.Equal("with strings, pop", order.Brief.Description);
    }

    [Theory]
    [InlineData("FUZZ-1.0", 2, 240)]
    [InlineData("FUZZ-1.0 Pro", 3, 240)]
    [InlineData("FUZZ-1.1", 4, 360)]
    [InlineData("FUZZ-1.1 Pro", 5, 360)]
    public async Task Each_model_works_as_richly_as_it_is_told(string model, int detail, int seconds)
    {
        var api = await shared.Server.ClientAsync();
        var order = await OrderAsync(api, RiffusionCalls.With(("mv", model)));
        Assert.Equal((detail, seconds), (order.Brief.Detail, order.Brief.MostSeconds));
    }

    [Fact]
    public async Task Clips_of_another_family_are_edited_too()
    {
        var api = await shared.Server.ClientAsync();
        var sonic = new FamilyCalls("/api/v1/sonic");
        var clip = (await sonic.ClipsAsync(api, "create", """{"custom_mode":true,"mv":"sonic-v5","prompt":"la"}"""))[
            0
        ]!;
        await RiffusionCalls.Family.ClipsAsync(api, "create", Edit("swap_music_sound", (string)clip["clip_id"]!));
    }

    [Fact]
    public async Task Words_are_written_for_an_extension_that_only_says_what_it_is_about()
    {
        var (api, source) = await SourceAsync();
        var body = Edit("extend_music", source, ("custom_mode", false), ("lyrics", null), ("prompt", "the sea"));
        Assert.Contains("the sea", (await OrderAsync(api, body)).Brief.Lyrics, StringComparison.Ordinal);
    }

    internal static string Edit(string type, string source, params (string Name, JsonNode? Value)[] fields) =>
        RiffusionCalls.With([
            ("task_type", type),
            ("continue_clip_id", source),
            ("continue_at", 3),
            ("starts_at", 1),
            ("ends_at", 4),
            .. fields,
        ]);

    private async Task<(Api Api, string Source)> SourceAsync()
    {
        var api = await shared.Server.ClientAsync();
        return (api, await api.RiffAsync());
    }

    private async Task<SongOrder> OrderAsync(Api api, string body) =>
        (await shared.Server.PlanAsync(await RiffusionCalls.Family.StartAsync(api, "create", body))).Orders[0];
}

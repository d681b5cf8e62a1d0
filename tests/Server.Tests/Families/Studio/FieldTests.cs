using System.Text.Json.Nodes;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>What every field of a create makes of the order to the engine.</summary>
[Collection(SharedServerTests.Name)]
public sealed class FieldTests(SharedServer shared)
{
    [Fact]
    public async Task What_is_not_given_has_the_usual_values()
    {
        var order = await OrderAsync("""{"prompt":"calm rock","lyrics_type":"user","lyrics":"la la"}""");
        var brief = order.Brief;
        Assert.Equal((OrderKind.Compose, false, null), (order.Kind, order.IsWhole, order.FromSeconds));
        Assert.Equal((130.0, 4, false), (brief.Seconds!.Value, brief.Detail, brief.IsLiteral));
        Assert.Equal((0.5, 0.5, 0.5), (brief.StyleStrength!.Value, brief.LyricsStrength!.Value, brief.Clarity!.Value));
        Assert.Equal((null, new SongPart(0, 0.95)), (brief.Part, brief.WordsWithin));
        Assert.Equal(("calm rock", "", ""), (brief.Description, brief.Exclude, brief.Title));
        Assert.Equal((true, "la la"), (brief.IsVocal, brief.Lyrics));
    }

    [Fact]
    public async Task Usual_values_may_be_spelt_out_and_unknown_fields_are_ignored()
    {
        var api = await shared.Server.ClientAsync();
        var plain = await shared.Server.OrdersAsync(api, StudioCalls.With(("seed", 5)));
        var spelt = await shared.Server.OrdersAsync(
            api,
            StudioCalls.With(
                ("seed", 5),
                ("bypass_prompt_optimization", false),
                ("song_section_start", 0),
                ("song_section_end", 1),
                ("lyrics_placement_start", 0),
                ("lyrics_placement_end", 0.95),
                ("prompt_strength", 0.5),
                ("clarity_strength", 0.25),
                ("lyrics_strength", 0.5),
                ("generation_quality", 0.75),
                ("negative_prompt", ""),
                ("config", JsonNode.Parse("""{"mode":"regular","colour":"blue"}""")),
                ("unheard_of", new JsonArray(1))
            )
        );
        Assert.Equal(Json(plain), Json(spelt));
    }

    [Theory]
    [InlineData("studio130-v1.5", 130)]
    [InlineData("studio32-v1.5", 32)]
    public async Task The_model_says_how_long_the_song_is(string model, double seconds)
    {
        var order = await OrderAsync(StudioCalls.With(("model_type", model)));
        Assert.Equal(seconds, order.Brief.Seconds);
    }

    [Theory]
    [InlineData("prompt_strength", 0)]
    [InlineData("prompt_strength", 0.8)]
    [InlineData("prompt_strength", 1)]
    [InlineData("lyrics_strength", 0)]
    [InlineData("lyrics_strength", 0.3)]
    [InlineData("lyrics_strength", 1)]
    public async Task A_strength_goes_to_its_own_knob(string field, double value)
    {
        var brief = (await OrderAsync(StudioCalls.With((field, value)))).Brief;
        var (own, other) =
            field == "prompt_strength"
                ? (brief.StyleStrength, brief.LyricsStrength)
                : (brief.LyricsStrength, brief.StyleStrength);
        Assert.Equal((value, 0.5), (own!.Value, other!.Value));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 0.2)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.625, 0.75)]
    [InlineData(1, 1)]
    public async Task Clarity_has_its_middle_at_a_quarter(double strength, double clarity)
    {
        var brief = (await OrderAsync(StudioCalls.With(("clarity_strength", strength)))).Brief;
        Assert.Equal(clarity, brief.Clarity!.Value, 12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.12, 1)]
    [InlineData(0.125, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.75, 4)]
    [InlineData(1, 5)]
    public async Task Quality_is_detail(double quality, int detail)
    {
        var brief = (await OrderAsync(StudioCalls.With(("generation_quality", quality)))).Brief;
        Assert.Equal(detail, brief.Detail);
    }

    [Theory]
    [InlineData(0.25, 0.5, 0.25, 0.5)]
    [InlineData(null, 0.5, 0.0, 0.5)]
    [InlineData(0.5, null, 0.5, 1.0)]
    [InlineData(0.0, 1.0, null, null)]
    public async Task A_section_is_a_part_of_the_song(double? start, double? end, double? from, double? to)
    {
        var brief = (
            await OrderAsync(StudioCalls.With(("song_section_start", start), ("song_section_end", end)))
        ).Brief;
        Assert.Equal(from is null ? null : new SongPart(from.Value, to!.Value), brief.Part);
        Assert.Equal(new SongPart(0, 0.95), brief.WordsWithin);
    }

    [Theory]
    [InlineData(0.25, 0.5, 0.25, 0.5)]
    [InlineData(0.5, null, 0.5, 0.95)]
    [InlineData(null, 0.5, 0.0, 0.5)]
    [InlineData(0.0, 1.0, null, null)]
    public async Task A_placement_is_where_the_words_are(double? start, double? end, double? from, double? to)
    {
        var brief = (
            await OrderAsync(StudioCalls.With(("lyrics_placement_start", start), ("lyrics_placement_end", end)))
        ).Brief;
        Assert.Equal(from is null ? null : new SongPart(from.Value, to!.Value), brief.WordsWithin);
        Assert.Null(brief.Part);
    }

    [Fact]
    public async Task Negative_prompt_bypass_and_title_are_kept()
    {
        var brief = (
            await OrderAsync(
                StudioCalls.With(
                    ("negative_prompt", "drums, distortion"),
                    ("bypass_prompt_optimization", true),
                    ("title", " Mine ")
                )
            )
        ).Brief;
        Assert.Equal(("drums, distortion", true, "Mine"), (brief.Exclude, brief.IsLiteral, brief.Title));
    }

    [Fact]
    public async Task Exact_control_works_here_too()
    {
        var brief = (
            await OrderAsync(StudioCalls.With(("bpm", 100), ("key", "Ebm"), ("time_signature", "6/8"), ("seed", 3)))
        ).Brief;
        Assert.Equal((100, 3, 6), (brief.Bpm!.Value, brief.Key!.Value.Tonic, brief.Meter!.Value.Beats));
        Assert.Equal(3, brief.Seed);
    }

    [Fact]
    public async Task Words_are_written_about_the_prompt_and_somebody_sings_them_even_if_it_says_instrumental()
    {
        var brief = (
            await OrderAsync(
                StudioCalls.With(
                    ("lyrics_type", "generate"),
                    ("prompt", "a calm instrumental"),
                    ("lyrics", "[Verse]\nno")
                )
            )
        ).Brief;
        Assert.True(brief.IsVocal);
        Assert.Contains("Line 1 of a calm instrumental", brief.Lyrics, StringComparison.Ordinal);
        Assert.Equal(("a calm instrumental", "Title 1"), (brief.Description, brief.Title));
    }

    [Fact]
    public async Task Nobody_sings_an_instrumental_and_its_lyrics_and_their_place_are_ignored()
    {
        var order = await OrderAsync(
            StudioCalls.With(("lyrics_type", "instrumental"), ("lyrics", 7), ("lyrics_placement_start", 0.2))
        );
        Assert.Equal((false, ""), (order.Brief.IsVocal, order.Brief.Lyrics));
        Assert.Null(order.Brief.WordsWithin);
        Assert.Equal(32, order.Brief.Seconds);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("generate")]
    [InlineData("instrumental")]
    public async Task The_same_body_and_seed_make_the_same_plan_of_two_songs(string type)
    {
        var api = await shared.Server.ClientAsync();
        var body = StudioCalls.With(("lyrics_type", type), ("seed", 41));
        var first = await shared.Server.OrdersAsync(api, body);
        Assert.Equal([41L, 42L], first.Select(order => order.Brief.Seed));
        Assert.Equal(Json(first), Json(await shared.Server.OrdersAsync(api, body)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    public async Task Without_a_seed_or_with_a_negative_one_it_is_drawn(long? seed)
    {
        var api = await shared.Server.ClientAsync();
        var body = StudioCalls.With(("seed", seed));
        var first = await shared.Server.OrdersAsync(api, body);
        var again = await shared.Server.OrdersAsync(api, body);
        Assert.True(first[0].Brief.Seed >= 0);
        Assert.NotEqual(first[0].Brief.Seed, again[0].Brief.Seed);
        Assert.Equal(unchecked(first[0].Brief.Seed + 1), first[1].Brief.Seed);
    }

    private Task<SongOrder> OrderAsync(string body) => shared.Server.OrderAsync(body);

    private static string Json(IReadOnlyList<SongOrder> orders) => new TaskPlan([.. orders]).ToJson();
}

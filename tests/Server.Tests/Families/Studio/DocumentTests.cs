using System.Text.Json.Nodes;
using Troubadour.Engine;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>What the API document says about the family holds.</summary>
[Collection(SharedServerTests.Name)]
public sealed class DocumentTests(SharedServer shared)
{
    private static readonly string[] Fields =
    [
        "prompt",
        "lyrics",
        "lyrics_type",
        "bypass_prompt_optimization",
        "seed",
        "song_section_start",
        "song_section_end",
        "lyrics_placement_start",
        "lyrics_placement_end",
        "prompt_strength",
        "clarity_strength",
        "lyrics_strength",
        "generation_quality",
        "negative_prompt",
        "model_type",
        "config",
        "webhook_url",
        "webhook_secret",
    ];

    [Fact]
    public async Task Every_field_is_described_with_the_value_that_it_has_when_it_is_missing()
    {
        var schema = (await ContentAsync())["schema"]!;
        var properties = schema["properties"]!.AsObject();
        Assert.Superset(Fields.ToHashSet(), properties.Select(property => property.Key).ToHashSet());
        Assert.Equal(["lyrics_type", "prompt"], schema["required"]!.AsArray().Select(name => (string)name!).Order());
        var api = await shared.Server.ClientAsync();
        var spelt = JsonNode.Parse(StudioCalls.With(("seed", 5), ("model_type", null)))!.AsObject();
        var plain = await shared.Server.OrdersAsync(api, spelt.ToJsonString());
        foreach (var (name, property) in properties)
        {
            if (property!["default"] is { } usual && name != "seed")
            {
                spelt[name] = usual.DeepClone();
            }
        }

        Assert.True(spelt.Count > 12);
        var orders = await shared.Server.OrdersAsync(api, spelt.ToJsonString());
        Assert.Equal(Json(plain), Json(orders));
        Assert.Equal(-1, (int)properties["seed"]!["default"]!);
    }

    [Fact]
    public async Task Every_example_is_accepted_once_its_source_exists()
    {
        var examples = (await ContentAsync())["examples"]!.AsObject();
        Assert.Equal(["custom", "description", "extend", "instrumental"], examples.Select(e => e.Key).Order());
        var api = await shared.Server.ClientAsync();
        var song = await api.StudioSongAsync();
        foreach (var (_, example) in examples)
        {
            var body = example!["value"]!;
            if (body["config"]?["source"] is { } source)
            {
                source["song_id"] = song;
            }

            await api.StartStudioAsync(body.ToJsonString());
        }
    }

    [Fact]
    public async Task The_example_of_a_poll_has_the_shape_of_a_poll()
    {
        var (_, document) = await shared.Server.ClientOf(null).GetAsync("/openapi/v1.json");
        var answers = document["paths"]!["/api/v1/studio/task/{taskId}"]!["get"]!["responses"]!;
        Assert.Equal(["200", "400", "401"], answers.AsObject().Select(answer => answer.Key));
        var example = answers["200"]!["content"]!["application/json"]!["example"]!;
        var api = await shared.Server.ClientAsync();
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(StudioCalls.Custom));
        Assert.Equal(Paths(end).Distinct(), Paths(example).Distinct());
    }

    private static IEnumerable<string> Paths(JsonNode? node) =>
        node switch
        {
            JsonObject inner => inner.SelectMany(pair => Paths(pair.Value).Select(path => $"{pair.Key}.{path}")),
            JsonArray items => items.SelectMany(Paths),
            _ => [""],
        };

    private static string Json(IReadOnlyList<SongOrder> orders) => new TaskPlan([.. orders]).ToJson();

    private async Task<JsonNode> ContentAsync()
    {
        var (_, document) = await shared.Server.ClientOf(null).GetAsync("/openapi/v1.json");
        return document["paths"]!["/api/v1/studio/create"]!["post"]!["requestBody"]!["content"]!["application/json"]!;
    }
}

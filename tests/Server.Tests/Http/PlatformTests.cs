using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Http;

/// <summary>What is not a family: preflights, health, the API document and its page.</summary>
[Collection(SharedServerTests.Name)]
public sealed class PlatformTests(SharedServer shared)
{
    private readonly Api _api = shared.Server.ClientOf(null);

    [Fact]
    public async Task A_browser_may_ask_from_anywhere_without_cookies()
    {
        using var response = await _api.RawAsync(
            HttpMethod.Options,
            "/api/v1/nuro/create",
            null,
            ("Origin", "https://page.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type")
        );
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_browser_can_read_errors_too()
    {
        foreach (var path in new[] { "/api/v1/get-credits", "/api/v1/nothing" })
        {
            using var response = await _api.RawAsync(HttpMethod.Get, path, null, ("Origin", "https://page.example"));
            Assert.True((int)response.StatusCode >= 400);
            Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        }
    }

    [Fact]
    public async Task It_says_that_it_lives_and_when_it_is_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/healthz")).Status);
        var api = await shared.Server.ClientAsync();
        await api.EndAsync(await api.AcceptLyricsAsync("la"));
        var (status, body) = await _api.GetAsync("/readyz");
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        Assert.True((bool)body["ready"]!);
        Assert.Equal(
            ["database", "disk", "dispatcher", "draining", "engine", "files", "workers", "writer"],
            body["checks"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_families_do_not_share_shapes()
    {
        var (_, document) = await _api.GetAsync("/openapi/v1.json");
        var names = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => (string?)operation.Value!["operationId"])
            .ToList();
        Assert.All(names, name => Assert.False(string.IsNullOrEmpty(name)));
        Assert.Equal(names.Count, names.Distinct().Count());
        var shapes = document["components"]!["schemas"]!.AsObject();
        Assert.True(shapes.ContainsKey("NuroCreateAnswer"));
        Assert.NotNull(shapes["SonicCreateAnswer"]!["properties"]!["vox_audio_id"]);
        Assert.Null(shapes["NuroCreateAnswer"]!["properties"]!["vox_audio_id"]);
    }

    [Fact]
    public async Task The_document_describes_every_route_with_errors_examples_and_the_key()
    {
        var (_, document) = await _api.GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal("http", (string)document["components"]!["securitySchemes"]!["bearer"]!["type"]!);
        var create = document["paths"]!["/api/v1/nuro/create"]!["post"]!;
        Assert.NotNull(create["security"]![0]!["bearer"]);
        foreach (var status in new[] { "200", "400", "401", "403", "413" })
        {
            Assert.NotNull(create["responses"]![status]);
        }

        var content = create["requestBody"]!["content"]!["application/json"]!;
        Assert.Equal(23, content["schema"]!["properties"]!["genre"]!["anyOf"]![0]!["enum"]!.AsArray().Count);
        Assert.NotNull(create["responses"]!["200"]!["content"]!["application/json"]!["example"]);
        var paths = document["paths"]!.AsObject().Select(p => p.Key).ToList();
        Assert.Contains("/v1/tasks/{id}/cancel", paths);
        Assert.Contains("/storage/v1/object/public/songs/{file}", paths);
    }

    [Fact]
    public async Task The_examples_of_the_document_are_accepted()
    {
        var (_, document) = await _api.GetAsync("/openapi/v1.json");
        var examples = document["paths"]!["/api/v1/nuro/create"]!["post"]!["requestBody"]!["content"]![
            "application/json"
        ]!["examples"]!;
        var api = await shared.Server.ClientAsync();
        Assert.Equal(4, examples.AsObject().Count);
        foreach (var (_, example) in examples.AsObject())
        {
            await api.AcceptAsync(example!["value"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task The_page_is_served_from_the_program_itself()
    {
        using var page = await _api.RawAsync(HttpMethod.Get, "/scalar/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("https://cdn", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_routes_answer_with_problem_details()
    {
        var api = await shared.Server.ClientAsync();
        using var response = await api.RawAsync(HttpMethod.Get, "/v1/tasks/x");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((404, "Not Found"), ((int)problem["status"]!, (string)problem["title"]!));
    }
}

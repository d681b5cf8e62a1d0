using System.Text.Json;

namespace Troubadour.Synthesis.Tests;

public sealed class PatchFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patches").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private PatchException Refused(string text, string file = "bad.json")
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return Assert.Throws<PatchException>(() => PatchLibrary.Load(_folder));
    }

    [Theory]
    [InlineData("""{ "oscillators": [{ "wave": "saww" }] }""", "$.oscillators[0].wave", "saw, pulse, triangle")]
    [InlineData("""{ "oscillators": [{ "wave": "saw", "unison": 12 }] }""", "$.oscillators[0].unison", "from 1 to 9")]
    [InlineData("""{ "oscillators": [{ "wave": "saw", "unison": 1.5 }] }""", "$.oscillators[0].unison", "whole")]
    [InlineData("""{ "oscillators": [{ "wave": "saw" }], "levle": 1 }""", "$.levle", "level, mono")]
    [InlineData("""{ "oscillators": [] }""", "$.oscillators", "one to four")]
    [InlineData("""{ "oscillators": [{ "wave": "fm" }] }""", "operators", "an fm oscillator needs them")]
    [InlineData("""{ "oscillators": [{ "wave": "organ", "drawbars": [8] }] }""", "drawbars", "nine")]
    [InlineData(
        """{ "oscillators": [{ "wave": "saw" }], "filters": [{ "kind": "low" }] }""",
        "$.filters[0].cutoff",
        "from 16 to 20000"
    )]
    [InlineData(
        """{ "oscillators": [{ "wave": "saw" }], "filters": [{ "kind": "low", "cutoff": 500, "slope": 18 }] }""",
        "slope",
        "12 or 24"
    )]
    [InlineData("""{ "oscillators": [{ "wave": "saw" }], "mono": 1 }""", "$.mono", "true or false")]
    [InlineData("""{ "oscillators": [3] }""", "$.oscillators[0]", "an object")]
    [InlineData("""[1]""", "bad.json", "an object")]
    [InlineData("""{ "oscillators": """, "bad.json", "")]
    public void A_wrong_file_is_refused_with_place_and_what_is_allowed(string text, string place, string allowed)
    {
        var message = Refused(text).Message;
        Assert.Contains("bad.json", message, StringComparison.Ordinal);
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(allowed, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "drums": {} }""", "kick2")]
    [InlineData("""{ "like": "nobody" }""", "nobody")]
    [InlineData("""{ "like": "bad" }""", "bad")]
    [InlineData("""{ "drums": { "gong": {} } }""", "gong")]
    [InlineData("""{ "drums": { "kick": { "parts": [] } } }""", "one to six")]
    public void A_wrong_kit_is_refused(string text, string said) =>
        Assert.Contains(said, Refused(text, "kits/bad.json").Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_folder_is_refused() =>
        Assert.Throws<PatchException>(() => PatchLibrary.Load(Path.Combine(_folder, "nowhere")));

    [Fact]
    public void The_schemas_are_those_of_the_reader()
    {
        var schemas = Path.Combine(AppContext.BaseDirectory, "patches", "schema");
        Assert.Equal(SchemaText.Patch(), File.ReadAllText(Path.Combine(schemas, "patch.schema.json")));
        Assert.Equal(SchemaText.Kit(), File.ReadAllText(Path.Combine(schemas, "kit.schema.json")));
        using var document = JsonDocument.Parse(SchemaText.Patch());
        Assert.True(document.RootElement.GetProperty("properties").TryGetProperty("oscillators", out _));
    }
}

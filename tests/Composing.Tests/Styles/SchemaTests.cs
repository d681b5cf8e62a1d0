using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>The schemas that editors use say what the engine reads.</summary>
public class SchemaTests
{
    [Fact]
    public void Every_style_keeps_the_schema() => Keeps("style", Files("", "*.json"));

    [Fact]
    public void Every_family_of_fills_keeps_the_schema() => Keeps("fills", Files("fills", "*.json"));

    [Fact]
    public void Moods_themes_and_genres_keep_the_schema() =>
        Keeps("effects", ["values/moods.json", "values/themes.json", "values/bgm-genres.json"]);

    [Theory]
    [InlineData("\"pop\"", "7")]
    [InlineData("\"Chords\"", "\"Chord\"")]
    [InlineData("\"kick\"", "\"kik\"")]
    [InlineData("x.......x.......", "x.......y.......")]
    [InlineData("\"drop\": 0.6", "\"drop\": 6")]
    [InlineData("\"lineBars\"", "\"lineBar\"")]
    [InlineData("\"4/4\"", "\"5/4\"")]
    public void A_broken_style_breaks_the_schema(string text, string put)
    {
        var style = File.ReadAllText(Path.Combine(Room.StylesFolder, "pop.json"))
            .Replace("\"modes\"", "\"meter\": \"4/4\", \"modes\"", StringComparison.Ordinal);
        var broken = style.Replace(text, put, StringComparison.Ordinal);
        Assert.NotEqual(style, broken);
        Assert.Empty(Schema("style").Breaches(JsonSerializer.Deserialize<JsonElement>(style)));
        Assert.NotEmpty(Schema("style").Breaches(JsonSerializer.Deserialize<JsonElement>(broken)));
    }

    [Theory]
    [InlineData(typeof(StyleSheet), "properties")]
    [InlineData(typeof(MelodySheet), "properties.melody.properties")]
    [InlineData(typeof(LeadSheet), "properties.lead.properties")]
    [InlineData(typeof(VocalSheet), "properties.vocal.properties")]
    [InlineData(typeof(FormSheet), "properties.form.properties")]
    [InlineData(typeof(EffectsSheet), "properties.effects.properties")]
    [InlineData(typeof(TextureSheet), "properties.effects.properties.textures.items.properties")]
    [InlineData(typeof(MixPlan), "properties.mix.properties")]
    [InlineData(typeof(DrumSheet), "$defs.drums.properties")]
    [InlineData(typeof(PartSheet), "$defs.part.properties")]
    [InlineData(typeof(PartMix), "$defs.mix.properties")]
    public void The_schema_names_what_the_engine_reads(Type type, string path)
    {
        var element = path.Split('.').Aggregate(Read("schema/style.schema.json"), (at, name) => at.GetProperty(name));
        var written = element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);
        var read = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Order(StringComparer.Ordinal);
        Assert.Equal(read, written);
    }

    [Fact]
    public void The_schema_names_every_drum_and_every_feature()
    {
        var drums = Read("schema/style.schema.json")
            .GetProperty("$defs")
            .GetProperty("groove")
            .GetProperty("propertyNames");
        Assert.Equal(DrumKeys.ByName.Keys.ToHashSet(), Words(drums));
        var effect = Read("schema/effects.schema.json").GetProperty("$defs").GetProperty("effect");
        Assert.Equal(ValueFeatures.Names.ToHashSet(), Words(effect.GetProperty("properties").GetProperty("feature")));
    }

    private static void Keeps(string schema, IEnumerable<string> files) =>
        Corpus.AssertNone(
            files.SelectMany(file => Schema(schema).Breaches(Read(file)).Select(breach => $"{file}{breach}"))
        );

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Room.StylesFolder, folder), pattern)
            .Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(Room.StylesFolder, path));

    private static HashSet<string> Words(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).ToHashSet();

    private static SchemaSubset Schema(string name) => new(Read($"schema/{name}.schema.json"));

    private static JsonElement Read(string file) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Room.StylesFolder, file)));
}

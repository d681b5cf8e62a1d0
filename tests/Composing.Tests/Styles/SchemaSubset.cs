using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>
/// Checks JSON against the keywords of JSON Schema 2020-12 that the styles' schemas use; a keyword it does not know is a breach, so
/// that nothing passes unchecked.
/// </summary>
internal sealed class SchemaSubset(JsonElement root)
{
    private static readonly string[] Notes = ["$schema", "title", "description", "$defs"];

    public IEnumerable<string> Breaches(JsonElement value) => Check(root, value, "");

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Notes.Contains(keyword.Name)))
        {
            foreach (var breach in Keyword(keyword, schema, value, path))
            {
                yield return breach;
            }
        }
    }

    private IEnumerable<string> Keyword(JsonProperty keyword, JsonElement schema, JsonElement value, string path) =>
        keyword.Name switch
        {
            "$ref" => Check(Resolve(keyword.Value.GetString()!), value, path),
            "type" => Say(!Typed(keyword.Value.GetString()!, value), $"{path} is no {keyword.Value}"),
            "enum" => Say(
                !keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
                $"{path}: {value} is not allowed"
            ),
            "minimum" => Say(value.GetDouble() < keyword.Value.GetDouble(), $"{path}: {value} is too small"),
            "maximum" => Say(value.GetDouble() > keyword.Value.GetDouble(), $"{path}: {value} is too large"),
            "pattern" => Say(
                !Regex.IsMatch(
                    value.GetString()!,
                    keyword.Value.GetString()!,
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                ),
                $"{path}: '{value}' has another pattern"
            ),
            "minItems" => Say(value.GetArrayLength() < keyword.Value.GetInt32(), $"{path} has too few items"),
            "maxItems" => Say(value.GetArrayLength() > keyword.Value.GetInt32(), $"{path} has too many items"),
            "minProperties" => Say(value.EnumerateObject().Count() < keyword.Value.GetInt32(), $"{path} is empty"),
            "items" => value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, Item(path, i))),
            "required" => keyword
                .Value.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{path} lacks {name}"),
            "properties" => value
                .EnumerateObject()
                .Where(member => keyword.Value.TryGetProperty(member.Name, out _))
                .SelectMany(member =>
                    Check(keyword.Value.GetProperty(member.Name), member.Value, $"{path}.{member.Name}")
                ),
            "propertyNames" => value
                .EnumerateObject()
                .SelectMany(member => Check(keyword.Value, Name(member), $"{path}.{member.Name}")),
            "additionalProperties" => value
                .EnumerateObject()
                .Where(member =>
                    !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _)
                )
                .SelectMany(member =>
                    keyword.Value.ValueKind == JsonValueKind.False
                        ? [$"{path}.{member.Name} is unknown"]
                        : Check(keyword.Value, member.Value, $"{path}.{member.Name}")
                ),
            _ => [$"the schema's keyword '{keyword.Name}' is not checked"],
        };

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static JsonElement Name(JsonProperty member) => JsonSerializer.SerializeToElement(member.Name);

    private static IEnumerable<string> Say(bool wrong, string what) => wrong ? [what] : [];

    private static bool Typed(string type, JsonElement value) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => false,
        };

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));
}

using System.Text.Json.Nodes;

namespace Troubadour.Synthesis;

/// <summary>The rules of an object's fields, as a JSON schema.</summary>
internal sealed class SheetRules
{
    private readonly JsonObject _properties = [];
    private readonly JsonArray _required = [];
    private JsonNode? _others;
    private JsonNode? _names;

    /// <summary>A number of a range; without a default it must be there.</summary>
    public void Number(string name, double low, double high, double? fallback)
    {
        var rule = new JsonObject
        {
            ["type"] = "number",
            ["minimum"] = low,
            ["maximum"] = high,
        };
        if (fallback is null)
        {
            _required.Add((JsonNode)name);
        }
        else if (double.IsFinite(fallback.Value))
        {
            rule["default"] = fallback;
        }

        _properties[name] = rule;
    }

    /// <summary>A number that was noted is a whole one.</summary>
    public void Whole(string name) => _properties[name]!["type"] = "integer";

    /// <summary>A text or a flag.</summary>
    public void Plain(string name, string type) => _properties[name] = new JsonObject { ["type"] = type };

    /// <summary>A word of a list.</summary>
    public void Choice(string name, IEnumerable<string> words, bool isRequired)
    {
        _properties[name] = new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };
        if (isRequired)
        {
            _required.Add((JsonNode)name);
        }
    }

    /// <summary>A list of numbers.</summary>
    public void Numbers(string name, double low, double high, int most) =>
        _properties[name] = new JsonObject
        {
            ["type"] = "array",
            ["maxItems"] = most,
            ["items"] = new JsonObject
            {
                ["type"] = "number",
                ["minimum"] = low,
                ["maximum"] = high,
            },
        };

    /// <summary>A list of objects.</summary>
    public void List(string name, int most, SheetRules item) =>
        _properties[name] = new JsonObject
        {
            ["type"] = "array",
            ["maxItems"] = most,
            ["items"] = item.Schema(),
        };

    /// <summary>An object.</summary>
    public void Child(string name, SheetRules child) => _properties[name] = child.Schema();

    /// <summary>Any of some names, each an object of the same rules.</summary>
    public void Named(IEnumerable<string> names, SheetRules each)
    {
        _names = new JsonObject { ["enum"] = new JsonArray([.. names.Select(n => (JsonNode)n)]) };
        _others = each.Schema();
    }

    /// <summary>The schema; call it once.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (_properties.Count > 0)
        {
            schema["properties"] = _properties;
        }

        if (_required.Count > 0)
        {
            schema["required"] = _required;
        }

        if (_names is not null)
        {
            schema["propertyNames"] = _names;
        }

        schema["additionalProperties"] = _others ?? (JsonNode)false;
        return schema;
    }
}

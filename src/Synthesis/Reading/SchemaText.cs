using System.Text.Json;
using System.Text.Json.Nodes;

namespace Troubadour.Synthesis;

/// <summary>The schemas of patch and kit files, made from what their readers ask for, so that they cannot differ.</summary>
internal static class SchemaText
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>Of <c>patches/*.json</c>.</summary>
    public static string Patch() => Text("A patch", SheetNode.Describe(node => PatchReader.Read(node, "")));

    /// <summary>Of <c>patches/kits/*.json</c>.</summary>
    public static string Kit() =>
        Text("A kit of drums", SheetNode.Describe(node => KitReader.Read(node, "", _ => null)));

    private static string Text(string title, SheetRules rules)
    {
        var body = rules.Schema();
        body["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["description"] = "Every field is explained in docs/patches.md.",
        };
        foreach (var (name, value) in body.ToArray())
        {
            schema[name] = value!.DeepClone();
        }

        return schema.ToJsonString(s_options) + "\n";
    }
}

using System.Text.Json;
using Troubadour.Server.Http;

namespace Troubadour.Server.OpenApi;

/// <summary>What the API document says about the fields of exact control, which every family's create accepts.</summary>
internal static class ExactControlDocument
{
    /// <summary>The properties of a body's schema, without braces.</summary>
    public static string Properties { get; } =
        $$"""
            "bpm": { "type": "number", "minimum": {{ExactValues.Slowest}}, "maximum": {{ExactValues.Fastest}}, "description": "Extension: the tempo in pulses a minute (a dotted quarter in 6/8, 9/8 and 12/8), kept throughout." },
            "key": { "type": "string", "description": "Extension: the key, such as A minor, F#m or Bb major." },
            "time_signature": { "type": "string", "enum": {{List(
                ExactValues.Meters
            )}}, "description": "Extension: the metre." },
            "seed": { "type": "integer", "format": "int64", "description": "Extension: the same seed and body make the same song." },
            "chords": {
              "description": "Extension: chord symbols, one a bar, a comma between chords that share a bar; for all sections, or by section.",
              "anyOf": [
                { "type": "string", "examples": ["Am F C G,E"] },
                {{Bars}},
                { "type": "object", "propertyNames": { "enum": {{Kinds}} }, "additionalProperties": { "anyOf": [{ "type": "string" }, {{Bars}}] } }
              ]
            },
            "structure": {
              "description": "Extension: the sections in order, each with bars, with seconds, or with neither.",
              "anyOf": [
                { "type": "string", "examples": ["intro:4 verse:8 chorus:8 outro:12s"] },
                {
                  "type": "array",
                  "maxItems": {{StructureText.MostSections}},
                  "items": {
                    "anyOf": [
                      { "type": "string" },
                      {
                        "type": "object",
                        "required": ["section"],
                        "properties": {
                          "section": { "type": "string", "enum": {{Kinds}} },
                          "bars": { "type": "integer", "minimum": 1, "maximum": {{StructureText.MostBars}} },
                          "seconds": { "type": "number", "minimum": 1, "maximum": {{StructureText.MostSeconds}} }
                        }
                      }
                    ]
                  }
                }
              ]
            }
            """;

    private static string Bars =>
        $$"""{ "type": "array", "minItems": 1, "maxItems": {{ChordText.MostBars}}, "items": { "type": "string" } }""";

    private static string Kinds => List(SectionKinds.All);

    private static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);
}

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Tags, separated by commas.</summary>
public sealed record TagsData([property: JsonPropertyName("tags")] string Tags);

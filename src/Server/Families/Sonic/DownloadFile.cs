using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>One file of a clip.</summary>
public sealed record DownloadFile(
    [property: JsonPropertyName("format")] string Format,
    [property: JsonPropertyName("url")] string Url
);

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Where a clip's files are.</summary>
public sealed record DownloadData([property: JsonPropertyName("files")] IReadOnlyList<DownloadFile> Files);

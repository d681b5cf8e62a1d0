using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>The second place where clients look for the songs.</summary>
public sealed record HandledAnswer([property: JsonPropertyName("data")] SongList Data);

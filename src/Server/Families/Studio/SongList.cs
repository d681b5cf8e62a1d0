using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Studio;

/// <summary>The songs of a task.</summary>
public sealed record SongList([property: JsonPropertyName("songs")] IReadOnlyList<SongAnswer> Songs);

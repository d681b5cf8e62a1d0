using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Where a WAV is.</summary>
public sealed record WavData([property: JsonPropertyName("wav_url")] string WavUrl);

using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Sonic;

/// <summary>An answer with its facts under "data".</summary>
/// <typeparam name="T">The facts.</typeparam>
public sealed record DataAnswer<T>(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("data")] T Data,
    [property: JsonPropertyName("message")] string Message
);

namespace Troubadour.Writing;

/// <summary>Which endpoint writes lyrics.</summary>
/// <param name="Base">Its address up to "/v1", e.g. http://localhost:8080.</param>
/// <param name="Model">The model's name.</param>
public sealed record ChatOptions(Uri Base, string Model)
{
    /// <summary>Sent as a bearer token when not empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>How long one answer may take; after it the house writes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes of an answer are read.</summary>
    public int MostBytes { get; init; } = 256 * 1024;
}

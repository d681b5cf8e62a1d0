namespace Troubadour.Server.OpenApi;

/// <summary>What the API document says about an operation beyond its types.</summary>
internal sealed record OperationDocument
{
    /// <summary>Paragraphs.</summary>
    public string? Description { get; init; }

    /// <summary>The JSON schema of the body; null when the operation takes none.</summary>
    public string? BodySchema { get; init; }

    /// <summary>Example bodies by name.</summary>
    public IReadOnlyDictionary<string, string> Bodies { get; init; } = new Dictionary<string, string>();

    /// <summary>An example of the good answer.</summary>
    public string? Answer { get; init; }
}

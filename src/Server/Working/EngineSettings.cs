namespace Troubadour.Server.Working;

/// <summary>Values set under "Troubadour:Engine", by name.</summary>
public sealed record EngineSettings(IReadOnlyDictionary<string, string> Values);

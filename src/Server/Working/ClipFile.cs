namespace Troubadour.Server.Working;

/// <summary>A file of a made song.</summary>
internal sealed record ClipFile(string Kind, string Name, string ContentType);

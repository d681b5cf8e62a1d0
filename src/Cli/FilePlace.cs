using Troubadour.Storage;

namespace Troubadour.Cli;

/// <summary>A place that files are kept in.</summary>
/// <param name="Name">What it is called; two of one name are the same place.</param>
/// <param name="Store">The files.</param>
internal sealed record FilePlace(string Name, IBlobStore Store);

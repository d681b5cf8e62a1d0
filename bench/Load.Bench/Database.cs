using Troubadour.Peers;

namespace Troubadour.Load.Bench;

/// <summary>What holds the books.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Postgres">The server; null for SQLite.</param>
internal sealed record Database(string Name, PostgresPeer? Postgres);

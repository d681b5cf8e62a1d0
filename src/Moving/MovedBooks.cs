using Troubadour.Moving.Tables;

namespace Troubadour.Moving;

/// <summary>Books that were moved.</summary>
/// <param name="Tables">What both databases hold, a table each.</param>
/// <param name="Replaced">Texts whose U+0000 became U+FFFD, because PostgreSQL cannot hold it.</param>
/// <param name="HasSettledSecret">True when the secret of webhooks was written as one more row of house_values.</param>
public sealed record MovedBooks(IReadOnlyList<TableSum> Tables, long Replaced, bool HasSettledSecret);

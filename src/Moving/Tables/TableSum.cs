namespace Troubadour.Moving.Tables;

/// <summary>What a table holds, in short: two tables with the same rows have the same sum, whatever database they lie in.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of all values of all rows in the order of the primary key, lower-case hexadecimal.</param>
public sealed record TableSum(string Table, long Rows, string Sha256)
{
    /// <summary>Of every table of the books, read from an open connection to any of their databases.</summary>
    public static async Task<IReadOnlyList<TableSum>> OfAllAsync(
        System.Data.Common.DbConnection connection,
        CancellationToken cancellation = default
    )
    {
        var sums = new List<TableSum>();
        foreach (var table in BookTables.InOrder())
        {
            using var reader = new TableReader(table, connection, null);
            sums.Add(await reader.SumAsync(cancellation));
        }

        return sums;
    }
}

using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Troubadour.Moving.Tables;

/// <summary>Reads a table once, row by row in the order of its key, and sums up what it read.</summary>
internal sealed class TableReader(BookTable table, DbConnection connection, DbTransaction? transaction) : IDisposable
{
    private readonly RowHash _hash = new();
    private long _rows;

    /// <summary>Texts that held U+0000, which PostgreSQL has no place for: U+FFFD was read in its stead.</summary>
    public long Replaced { get; private set; }

    /// <summary>Every row; the array is used again for the next.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The names are the model's own.")]
    public async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\" ORDER BY {table.KeyList}";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var row = new object?[table.Columns.Count];
        while (await reader.ReadAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Value(reader, i);
            }

            _hash.Add(row);
            _rows++;
            yield return row;
        }
    }

    /// <summary>The sum of what was read.</summary>
    public TableSum Sum() => new(table.Name, _rows, _hash.Finish());

    /// <summary>Reads everything for its sum alone.</summary>
    public async Task<TableSum> SumAsync(CancellationToken cancellation)
    {
        await foreach (var _ in ReadAsync(cancellation)) { }
        return Sum();
    }

    public void Dispose() => _hash.Dispose();

    private object Value(DbDataReader reader, int i) =>
        table.Columns[i].Value switch
        {
            BookValue.Text => Text(reader.GetString(i)),
            BookValue.Long => reader.GetInt64(i),
            BookValue.Integer => reader.GetInt32(i),
            BookValue.Boolean => reader.GetBoolean(i),
            _ => reader.GetDouble(i),
        };

    private string Text(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        Replaced++;
        return text.Replace('\0', '\uFFFD');
    }
}

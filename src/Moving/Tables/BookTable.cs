namespace Troubadour.Moving.Tables;

/// <summary>A table of the books, the same in every database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All its columns.</param>
/// <param name="Key">The names of its primary key's columns; rows are read in this order.</param>
public sealed record BookTable(string Name, IReadOnlyList<BookColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>Its columns' names as SQL lists them.</summary>
    public string ColumnList => Quoted(Columns.Select(column => column.Name));

    /// <summary>Its key's columns as SQL lists them.</summary>
    public string KeyList => Quoted(Key);

    private static string Quoted(IEnumerable<string> names) => string.Join(',', names.Select(name => $"\"{name}\""));
}

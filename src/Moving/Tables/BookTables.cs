using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Troubadour.Bookkeeping.Postgres;

namespace Troubadour.Moving.Tables;

/// <summary>The tables of the books, taken from their model, so that none can be forgotten.</summary>
public static class BookTables
{
    /// <summary>All tables, each behind those that it refers to.</summary>
    /// <exception cref="NotSupportedException">A column holds something that is not known here, or tables refer to each other in a ring.</exception>
    public static IReadOnlyList<BookTable> InOrder()
    {
        var options = new DbContextOptionsBuilder<PostgresBookkeepingContext>().UseNpgsql("Host=none").Options;
        using var context = new PostgresBookkeepingContext(options);
        var waiting = context.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (waiting.Count > 0)
        {
            var free = waiting.Find(table => Referred(table).All(ordered.Contains));
            ordered.Add(free ?? throw new NotSupportedException("Tables of the books refer to each other in a ring."));
            waiting.Remove(free);
        }

        return [.. ordered.Select(Describe)];
    }

    private static IEnumerable<ITable> Referred(ITable table) =>
        table.ForeignKeyConstraints.Select(key => key.PrincipalTable).Where(other => other != table);

    private static BookTable Describe(ITable table) =>
        new(
            table.Name,
            [.. table.Columns.Select(column => new BookColumn(column.Name, ValueOf(column)))],
            [.. table.PrimaryKey!.Columns.Select(column => column.Name)]
        );

    private static BookValue ValueOf(IColumn column)
    {
        var property = column.PropertyMappings[0];
        var type = property.TypeMapping.Converter?.ProviderClrType ?? property.Property.ClrType;
        return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.String => BookValue.Text,
            TypeCode.Int64 => BookValue.Long,
            TypeCode.Int32 => BookValue.Integer,
            TypeCode.Boolean => BookValue.Boolean,
            TypeCode.Double => BookValue.Double,
            _ => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {type.Name}."),
        };
    }
}

using Microsoft.EntityFrameworkCore;

namespace Troubadour.Bookkeeping.Postgres;

/// <summary>The books in PostgreSQL: carries this product's set of migrations. Texts are compared byte by byte, as ids are ordered.</summary>
public sealed class PostgresBookkeepingContext(DbContextOptions<PostgresBookkeepingContext> options)
    : BookkeepingContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var texts = modelBuilder
            .Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(string));
        foreach (var text in texts)
        {
            text.SetCollation("C");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>Lets the migration tool build the model without a server.</summary>
public sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteBookkeepingContext>
{
    /// <inheritdoc />
    public SqliteBookkeepingContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBookkeepingContext>().UseSqlite("Data Source=:memory:").Options);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Troubadour.Bookkeeping.Postgres;

/// <summary>Lets the migration tool build the model without a server.</summary>
public sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresBookkeepingContext>
{
    /// <inheritdoc />
    public PostgresBookkeepingContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBookkeepingContext>().UseNpgsql("Host=localhost").Options);
}

using Microsoft.EntityFrameworkCore;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>The books in SQLite: carries this product's set of migrations.</summary>
public sealed class SqliteBookkeepingContext(DbContextOptions<SqliteBookkeepingContext> options)
    : BookkeepingContext(options);

using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Troubadour.Bookkeeping;

/// <summary>Which schema a database has, asked without the migration tool, whose start takes longer than a server's recovery may.</summary>
public static class SchemaVersion
{
    /// <summary>Whether a database has the newest schema that an assembly's migrations make.</summary>
    public static bool IsNewest(DbConnection connection, Assembly migrations)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        var newest = migrations
            .GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Max(StringComparer.Ordinal);
        try
        {
            return connection.ExecuteScalar<string>("""SELECT MAX("MigrationId") FROM "__EFMigrationsHistory" """)
                == newest;
        }
        catch (DbException)
        {
            // It has none yet.
            return false;
        }
    }
}

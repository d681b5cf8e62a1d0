using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Troubadour.Bookkeeping;
using Troubadour.Moving.Files;
using Troubadour.Moving.Tables;
using Troubadour.Storage;

namespace Troubadour.Moving;

/// <summary>Checks books and their files, beside a running server too. Changes nothing.</summary>
/// <param name="database">The books.</param>
/// <param name="files">Where their files are.</param>
/// <param name="isDeep">True to read every file, and every page of a SQLite database; else lengths are enough.</param>
public sealed class BookVerification(IBookDatabase database, IBlobStore files, bool isDeep)
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type='table'";
    private const string PostgresTables = "SELECT tablename FROM pg_tables WHERE schemaname=current_schema()";

    /// <summary>Checks everything.</summary>
    /// <exception cref="DbException">The database cannot be read, or has another schema.</exception>
    public async Task<VerificationReport> RunAsync(CancellationToken cancellation = default)
    {
        var faults = new List<string>();
        var counts = await database.ReadAsync(connection => Count(connection, faults), cancellation);
        if (faults.Count > 0)
        {
            return new VerificationReport(counts, new FileReport(0, 0, 0, []), faults);
        }

        if (isDeep)
        {
            faults.AddRange(await database.ReadAsync(CheckPages, cancellation));
        }

        faults.AddRange(await new LedgerAudit(database).FindFaultsAsync(cancellation));
        var report = await CheckFilesAsync(cancellation);
        faults.AddRange(report.Faults.Select(fault => $"file {fault.File.Key} {fault.Problem}"));
        return new VerificationReport(counts, report, faults);
    }

    private static List<TableCount> Count(DbConnection connection, List<string> faults)
    {
        var names = connection.Query<string>(connection is SqliteConnection ? SqliteTables : PostgresTables);
        var there = names.ToHashSet(StringComparer.Ordinal);
        var counts = new List<TableCount>();
        foreach (var table in BookTables.InOrder())
        {
            if (there.Contains(table.Name))
            {
                var rows = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM \"{table.Name}\"");
                counts.Add(new TableCount(table.Name, rows));
            }
            else
            {
                faults.Add($"table {table.Name} is missing: these are no books, or books of another version");
            }
        }

        return counts;
    }

    private static IReadOnlyList<string> CheckPages(DbConnection connection) =>
        connection is SqliteConnection
            ? [.. connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok")]
            : [];

    // A clip that was deleted after its row was read is no fault.
    private async Task<FileReport> CheckFilesAsync(CancellationToken cancellation)
    {
        var named = new NamedFiles(database);
        var report = await new FileCheck(files, isDeep).RunAsync(named.ReadAsync(cancellation), cancellation);
        var standing = new List<FileFault>();
        foreach (var fault in report.Faults)
        {
            if (await named.HasAsync(fault.File, cancellation))
            {
                standing.Add(fault);
            }
        }

        return report with
        {
            Faults = standing,
        };
    }
}

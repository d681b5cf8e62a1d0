using System.Data.Common;
using Dapper;

namespace Troubadour.Bookkeeping;

/// <summary>An open write transaction: statements run in it are kept together or not at all.</summary>
public readonly record struct BookTransaction(DbConnection Connection, DbTransaction Transaction)
{
    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) => Connection.Execute(sql, parameters, Transaction);

    /// <summary>The first row, or the default.</summary>
    public T? QueryFirstOrDefault<T>(string sql, object? parameters = null) =>
        Connection.QueryFirstOrDefault<T>(sql, parameters, Transaction);

    /// <summary>All rows.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Connection.Query<T>(sql, parameters, Transaction).AsList();
}

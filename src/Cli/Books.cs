using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>The books that the settings name.</summary>
internal static class Books
{
    /// <summary>Opens books; they need not be there yet.</summary>
    /// <exception cref="SettingsException">They cannot be.</exception>
    public static IBookDatabase Open(CommandSettings settings)
    {
        if (settings.IsPostgres)
        {
            return OpenPostgres(settings.Database.Connection);
        }

        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The data directory cannot be made: {e.Message}", e);
        }

        return new SqliteBookDatabase(DataFolder.DatabaseIn(settings.DataDirectory));
    }

    /// <summary>Opens books that are there.</summary>
    /// <exception cref="SettingsException">There are none.</exception>
    public static IBookDatabase OpenExisting(CommandSettings settings)
    {
        if (!settings.IsPostgres)
        {
            Expect(settings.DataDirectory);
        }

        return Open(settings);
    }

    /// <summary>Makes sure that there are SQLite books in a data directory.</summary>
    /// <exception cref="SettingsException">There are none.</exception>
    public static void Expect(string dataDirectory)
    {
        if (!File.Exists(DataFolder.DatabaseIn(dataDirectory)))
        {
            throw new SettingsException($"There are no books in '{Path.GetFullPath(dataDirectory)}'.");
        }
    }

    /// <summary>Makes sure that a connection to PostgreSQL can be read; what is in it is not told.</summary>
    /// <exception cref="SettingsException">It is missing or cannot be read.</exception>
    public static string Connection(string connection)
    {
        if (connection.Length == 0)
        {
            throw new SettingsException("Troubadour:Database:Connection must say how to connect to PostgreSQL.");
        }

        try
        {
            return PostgresBookDatabase.Complete(connection);
        }
        catch (ArgumentException e)
        {
            throw new SettingsException("Troubadour:Database:Connection cannot be read.", e);
        }
    }

    private static PostgresBookDatabase OpenPostgres(string connection) => new(Connection(connection));
}

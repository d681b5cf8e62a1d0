namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Database": what holds the books.</summary>
public sealed class DatabaseSettings
{
    /// <summary>A file in the data directory, for one server.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>A PostgreSQL database, for many.</summary>
    public const string Postgres = "postgres";

    /// <summary>"sqlite" or "postgres".</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>How to reach PostgreSQL, such as "Host=db;Database=troubadour;Username=troubadour;Password=...".</summary>
    public string Connection { get; set; } = "";
}

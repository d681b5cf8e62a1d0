using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;

namespace Troubadour.Cli;

/// <summary>What commands beside the server need of its settings: where the books and the files are.</summary>
/// <param name="DataDirectory">The data directory.</param>
/// <param name="Database">What holds the books.</param>
/// <param name="Blobs">Where files are.</param>
internal sealed record CommandSettings(string DataDirectory, DatabaseSettings Database, BlobSettings Blobs)
{
    /// <summary>True when the books are in PostgreSQL, false when they are in SQLite.</summary>
    public bool IsPostgres => Database.Provider == DatabaseSettings.Postgres;

    /// <summary>Reads the file and the environment, as the server does.</summary>
    /// <param name="data">A data directory that is named on the command line.</param>
    /// <exception cref="SettingsException">A setting is unknown or impossible.</exception>
    public static CommandSettings Read(string? data)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        // The engine's own settings are for the engine to check.
        var engine = configuration.GetSection($"{TroubadourSettings.Section}:{SettingsReader.EngineSection}");
        var settings = SettingsReader.Read(configuration, [.. engine.GetChildren().Select(setting => setting.Key)]);
        return new CommandSettings(data ?? settings.DataDirectory, settings.Database, settings.Blobs);
    }
}

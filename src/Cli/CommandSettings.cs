using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;

namespace Troubadour.Cli;

/// <summary>What commands beside the server need of its settings: where the books and the files are.</summary>
/// <param name="DataDirectory">The data directory.</param>
/// <param name="Provider">The database: sqlite or postgres.</param>
/// <param name="Connection">How to connect to PostgreSQL.</param>
/// <param name="BlobKind">Where files are: local or s3.</param>
/// <param name="BlobFolder">The folder of local files; empty for the usual one in the data directory.</param>
internal sealed record CommandSettings(
    string DataDirectory,
    string Provider,
    string Connection,
    string BlobKind,
    string BlobFolder
)
{
    /// <summary>Reads the file and the environment, as the server does.</summary>
    /// <param name="data">A data directory that is named on the command line.</param>
    public static CommandSettings Read(string? data)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build()
            .GetSection(TroubadourSettings.Section);
        return new CommandSettings(
            data ?? settings["DataDirectory"] ?? new TroubadourSettings().DataDirectory,
            settings["Database:Provider"] ?? "sqlite",
            settings["Database:Connection"] ?? "",
            settings["Blobs:Kind"] ?? "local",
            settings["Blobs:Folder"] ?? ""
        );
    }

    /// <summary>True when the books are in PostgreSQL, false when they are in SQLite.</summary>
    /// <exception cref="SettingsException">The settings name something else.</exception>
    public bool IsPostgres =>
        Provider.ToUpperInvariant() switch
        {
            "SQLITE" => false,
            "POSTGRES" => true,
            _ => throw new SettingsException(
                $"Troubadour:Database:Provider must be sqlite or postgres, not '{Provider}'."
            ),
        };
}

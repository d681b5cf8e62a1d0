using Npgsql;

namespace Troubadour.Peers;

/// <summary>A real PostgreSQL server of its own, in a folder that vanishes with it.</summary>
public sealed class PostgresPeer : IAsyncDisposable
{
    private const string Name = "postgres-peer";

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-postgres-").FullName;
    private readonly int _port = Ports.Free();
    private int _databases;

    private PostgresPeer() { }

    /// <summary>Starts one.</summary>
    /// <param name="settings">PostgreSQL's own, such as "fsync=off".</param>
    public static async Task<PostgresPeer> StartAsync(params string[] settings)
    {
        var peer = new PostgresPeer();
        await Script.RunAsync(Name, ["start", peer._folder, $"{peer._port}", .. settings]);
        return peer;
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"books{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>Restarts it.</summary>
    /// <param name="mode">"fast" ends all sessions in good order, "immediate" is a crash.</param>
    public Task RestartAsync(string mode) => Script.RunAsync(Name, "restart", _folder, mode);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Script.RunAsync(Name, "stop", _folder, "immediate");
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=troubadour;Database={database}";
}

using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Peers;

namespace Troubadour.Load.Bench;

/// <summary>
/// Servers on one database: with SQLite one process that does everything, with PostgreSQL an API node and, one by one, worker nodes of
/// one slot each.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const string Hum = "Troubadour.TestWorker";
    public const string Real = "troubadour";
    public const string Key = "the-key-of-the-bench";

    private const int WarmUps = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-load-").FullName;
    private readonly List<Node> _nodes = [];
    private readonly string _program;
    private readonly string? _connection;
    private readonly string[] _settings;

    private Cluster(string program, string? connection, string[] settings)
    {
        (_program, _connection, _settings) = (program, connection, settings);
    }

    /// <summary>The node that answers.</summary>
    public Node Api => _nodes[0];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The nodes that have workers.</summary>
    public IEnumerable<Node> Working => _connection is null ? _nodes : _nodes.Skip(1);

    /// <summary>Where finished files lie.</summary>
    public string Songs => Path.Combine(_folder, "songs");

    public Caller Caller => new(Api, Key);

    /// <summary>Starts the node that answers.</summary>
    /// <param name="program">The humming engine or the real one.</param>
    /// <param name="postgres">Null for SQLite.</param>
    /// <param name="slots">Workers of the one process of SQLite.</param>
    /// <param name="settings">More settings of every node.</param>
    public static async Task<Cluster> StartAsync(
        string program,
        PostgresPeer? postgres,
        int slots,
        params string[] settings
    )
    {
        var connection = postgres is null ? null : await postgres.CreateDatabaseAsync();
        var cluster = new Cluster(program, connection, settings);
        await cluster.AddAsync(connection is null ? "all" : "api", slots);
        return cluster;
    }

    /// <summary>Makes calls until the API node runs them as fast as it will: code is compiled, connections are open, nothing stays open.</summary>
    public async Task WarmAsync()
    {
        for (var i = 0; i < WarmUps; i++)
        {
            var id = await Caller.HumAsync("(work 20)", 1);
            await Caller.PollAsync(id);
            await Caller.ListAsync();
            await Caller.CreditsAsync();
            await Caller.HealthAsync();
            await Caller.CancelAsync(id);
        }
    }

    /// <summary>Starts one more node that makes songs; PostgreSQL only.</summary>
    public Task AddWorkerAsync() => AddAsync("worker", 1);

    /// <summary>The books, beside the servers.</summary>
    public IBookDatabase OpenBooks() =>
        _connection is null
            ? new SqliteBookDatabase(Path.Combine(_folder, "node0", "troubadour.db"))
            : new PostgresBookDatabase(_connection);

    /// <summary>A meter's sum over all nodes.</summary>
    public async Task<double> MeterAsync(string name) =>
        (await Task.WhenAll(_nodes.Select(node => node.MeterAsync(name)))).Sum();

    public ValueTask DisposeAsync()
    {
        _nodes.ForEach(node => node.Dispose());
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task AddAsync(string role, int slots)
    {
        var data = Path.Combine(_folder, $"node{_nodes.Count}");
        Directory.CreateDirectory(data);
        List<string> settings =
        [
            .. _program == Real ? ["serve"] : Array.Empty<string>(),
            "--urls=http://127.0.0.1:0",
            $"--Troubadour:DataDirectory={data}",
            $"--Troubadour:Blobs:Folder={Songs}",
            $"--Troubadour:Workers={slots}",
            $"--Troubadour:Role={role}",
            $"--Troubadour:BootstrapKey={Key}",
            "--Troubadour:BootstrapCredits=1000000000",
            "--Troubadour:Queue:MaxOpen=1000000",
            "--Troubadour:Queue:MaxPerKey=1000000",
            "--Troubadour:Metrics:Prometheus=true",
            .. _settings,
        ];
        if (_connection is not null)
        {
            settings.Add("--Troubadour:Database:Provider=postgres");
            settings.Add($"--Troubadour:Database:Connection={_connection}");
        }

        _nodes.Add(await Node.StartAsync(_program, settings));
    }
}

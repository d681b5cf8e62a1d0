using System.Collections.Immutable;
using System.Diagnostics;
using Dapper;
using Troubadour.Bookkeeping;
using Troubadour.Bookkeeping.Postgres;
using Troubadour.Bookkeeping.Sqlite;
using Troubadour.Peers;
using Troubadour.Storage;

namespace Troubadour.Faults;

/// <summary>Real server processes on the loopback with what they need, and a caller; things in it can be broken while it works.</summary>
public sealed class Fleet : IAsyncDisposable
{
    private const string Key = "a-key-of-the-operator";
    private const long Credits = 1_000_000;
    private const int Lanes = 8;
    private const int MostLines = 20;

    private static readonly string[] HookRetries = ["1", "1", "2", "2", "3", "3", "5", "5", "10", "10"];

    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-fleet-").FullName;
    private readonly FleetOptions _options;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<Node> _nodes = [];
    private volatile ImmutableList<(Node Node, Uri Address)> _answering = [];
    private IBookDatabase _database = null!;
    private IBlobStore _store = null!;
    private string _connection = "";
    private int _launched;
    private int _copies;

    private Fleet(FleetOptions options)
    {
        _options = options;
    }

    /// <summary>The database server; null for a single server.</summary>
    public PostgresPeer? Postgres { get; private set; }

    /// <summary>The way to the store; null for a single server.</summary>
    public Relay? Store { get; private set; }

    /// <summary>The single server's disk; null where it is the computer's.</summary>
    public SmallDisk? Disk { get; private set; }

    /// <summary>Who calls.</summary>
    public Caller Caller { get; private set; } = null!;

    /// <summary>The books, past the servers.</summary>
    public IBookDatabase Database => _database;

    /// <summary>Who is told of ends.</summary>
    public HookReceiver Hooks { get; private set; } = null!;

    /// <summary>The servers that answer.</summary>
    public IReadOnlyList<Node> Answering => [.. _answering.Select(server => server.Node)];

    /// <summary>The servers that work.</summary>
    public List<Node> Working { get; } = [];

    private S3Peer? Peer { get; set; }

    /// <summary>Starts one and waits until all of it is ready.</summary>
    public static async Task<Fleet> StartAsync(FleetOptions options)
    {
        var fleet = new Fleet(options);
        try
        {
            await fleet.StartAsync();
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a server that answers; in a single server's fleet, the one that does everything.</summary>
    /// <param name="prefix">A program and its arguments that start it.</param>
    public async Task<Node> AnswerAsync(params string[] prefix)
    {
        var node = Launch(_options.IsCluster ? "api" : "all", prefix);
        if (!_options.IsCluster)
        {
            Working.Add(node);
        }

        await node.ReadyAsync();
        _answering = _answering.Add((node, await node.AddressAsync()));
        return node;
    }

    /// <summary>Starts a server that works.</summary>
    /// <param name="prefix">A program and its arguments that start it.</param>
    public async Task<Node> WorkAsync(params string[] prefix)
    {
        var node = Launch("worker", prefix);
        Working.Add(node);
        await node.ReadyAsync();
        return node;
    }

    /// <summary>Forgets a server that is gone.</summary>
    public void Forget(Node node)
    {
        _answering = _answering.RemoveAll(server => server.Node == node);
        Working.Remove(node);
    }

    /// <summary>The data directory of the server that is started next.</summary>
    public string NextFolder() => Path.Combine(_folder, _options.IsCluster ? $"node{_launched + 1}" : "node");

    /// <summary>Creates tasks, lets something break while they are made, and looks at what came of them.</summary>
    /// <param name="name">What breaks.</param>
    /// <param name="count">How many tasks.</param>
    /// <param name="milliseconds">How long each works.</param>
    /// <param name="fault">Breaks something and mends it; begun when a quarter of the tasks are booked.</param>
    /// <exception cref="InvalidOperationException">It could not be done; the message has what the servers said of faults.</exception>
    public async Task<FaultRow> RunAsync(string name, int count, int milliseconds, Func<Task> fault)
    {
        try
        {
            return await RunOnceAsync(name, count, milliseconds, fault);
        }
        catch (Exception e)
        {
            var said = _nodes
                .SelectMany(node => node.Said)
                .Where(line => !line.Contains("\"Information\"", StringComparison.Ordinal));
            throw new InvalidOperationException(
                $"{name}: {e.Message}\n{string.Join('\n', said.TakeLast(MostLines))}",
                e
            );
        }
    }

    private async Task<FaultRow> RunOnceAsync(string name, int count, int milliseconds, Func<Task> fault)
    {
        var before = _nodes.ToDictionary(node => node, node => node.Recoveries.Count);
        var start = Stopwatch.GetTimestamp();
        var quarter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var creating = CreateAsync(count, milliseconds, quarter);
        await quarter.Task;
        await fault();
        var ids = await creating;
        _ids.UnionWith(ids);
        var ends = await EndsAsync(ids);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await using var copy = Disk is null ? null : Copy();
        var books = new Books(copy ?? _database, _store, Credits);
        var recoveries = _nodes.SelectMany(node => node.Recoveries.Skip(before.GetValueOrDefault(node))).ToList();
        return new FaultRow(
            name,
            count,
            ends.Count(end => end != "succeeded"),
            await books.DoubledAsync(_ids),
            await books.MischargedAsync(),
            await books.OrphansAsync(),
            await books.ExtraStartsAsync(ids),
            recoveries.Count > 0 ? recoveries.Max() : 0,
            seconds
        );
    }

    /// <summary>Waits until a server is at work on something; not for long, since there may be nothing left.</summary>
    public async Task BusyAsync(Node node)
    {
        var name = await node.Name;
        for (var look = 0; look < 100; look++)
        {
            var busy = await _database.ReadAsync(c =>
                c.ExecuteScalar<long>("SELECT COUNT(*) FROM tasks WHERE state='running' AND node=@name", new { name })
            );
            if (busy > 0)
            {
                return;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Waits until every task's message came at least once.</summary>
    /// <returns>How many messages are still missing.</returns>
    public async Task<int> MissingHooksAsync(TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (Hooks.Messages.Count < _ids.Count && Stopwatch.GetElapsedTime(start) < patience)
        {
            await Task.Delay(100);
        }

        return _ids.Count - Hooks.Messages.Count;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Caller?.Dispose();
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        (_store as IDisposable)?.Dispose();
        await (Store?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Peer?.DisposeAsync() ?? Task.CompletedTask);
        await (Postgres?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Hooks?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        Hooks = await HookReceiver.StartAsync();
        if (_options.IsCluster)
        {
            Postgres = await PostgresPeer.StartAsync("max_connections=200");
            _connection = await Postgres.CreateDatabaseAsync();
            Peer = new S3Peer();
            await Peer.InitializeAsync();
            Store = new Relay(Peer.Endpoint.Port);
            _database = new PostgresBookDatabase(_connection);
            _store = Peer.Store("");
            for (var i = 0; i < _options.AnsweringServers; i++)
            {
                await AnswerAsync();
            }

            await WorkAsync();
            await WorkAsync();
        }
        else
        {
            var folder = NextFolder();
            if (_options.IsOnSmallDisk)
            {
                (_, Disk) = await SmallDisk.WithAsync(folder, prefix => AnswerAsync(prefix));
                folder = Disk.Folder;
            }
            else
            {
                await AnswerAsync();
            }

            _database = new SqliteBookDatabase(Path.Combine(folder, "troubadour.db"));
            _store = new LocalBlobStore(Path.Combine(folder, "songs"));
        }

        Caller = new Caller(Key, () => [.. _answering.Select(server => server.Address)]);
    }

    // SQLite follows the way to another's disk back to its own.
    private SqliteBookDatabase Copy()
    {
        const string Name = "troubadour.db";
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"copy{++_copies}")).FullName;
        foreach (var file in Directory.GetFiles(Disk!.Folder, Name + "*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return new SqliteBookDatabase(Path.Combine(folder, Name));
    }

    private Node Launch(string role, string[] prefix)
    {
        var folder = NextFolder();
        Interlocked.Increment(ref _launched);
        Directory.CreateDirectory(folder);
        var settings = new List<string>
        {
            "--urls=http://127.0.0.1:0",
            $"--Troubadour:DataDirectory={folder}",
            $"--Troubadour:Role={role}",
            $"--Troubadour:Workers={_options.Slots}",
            $"--Troubadour:BootstrapKey={Key}",
            $"--Troubadour:BootstrapCredits={Credits}",
            "--Troubadour:Blobs:MinFreeMb=12",
            "--Troubadour:Render:DrainSeconds=1",
            "--Troubadour:Webhooks:AllowPrivate:0=127.0.0.1",
        };
        settings.AddRange(HookRetries.Select((seconds, i) => $"--Troubadour:Webhooks:RetrySeconds:{i}={seconds}"));
        if (_options.IsCluster)
        {
            settings.AddRange(
                "--Troubadour:Database:Provider=postgres",
                $"--Troubadour:Database:Connection={_connection}",
                $"--Troubadour:Queue:CheckinSeconds={_options.CheckinSeconds}",
                $"--Troubadour:Queue:FailoverSeconds={_options.FailoverSeconds}",
                "--Troubadour:Blobs:Kind=s3",
                $"--Troubadour:Blobs:Endpoint=http://127.0.0.1:{Store!.Port}",
                $"--Troubadour:Blobs:Bucket={S3Peer.Bucket}",
                $"--Troubadour:Blobs:AccessKey={S3Peer.AccessKey}",
                $"--Troubadour:Blobs:SecretKey={S3Peer.SecretKey}",
                "--Troubadour:Blobs:PathStyle=true"
            );
        }

        settings.AddRange(_options.Settings);
        var node = Node.Launch(settings, prefix);
        _nodes.Add(node);
        return node;
    }

    private async Task<HashSet<string>> CreateAsync(int count, int milliseconds, TaskCompletionSource quarter)
    {
        var ids = new List<string>();
        var left = count;
        await Task.WhenAll(
            Enumerable
                .Range(0, Lanes)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (Interlocked.Decrement(ref left) >= 0)
                        {
                            var id = await Caller.CreateAsync(milliseconds, Hooks.Url);
                            lock (ids)
                            {
                                ids.Add(id);
                                if (ids.Count == Math.Max(1, count / 4))
                                {
                                    quarter.TrySetResult();
                                }
                            }
                        }
                    })
                )
        );
        return ids.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string>> EndsAsync(IEnumerable<string> ids)
    {
        var waiting = new Queue<string>(ids.Order(StringComparer.Ordinal));
        var ends = new List<string>();
        await Task.WhenAll(
            Enumerable
                .Range(0, Lanes)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (true)
                        {
                            string? id;
                            lock (waiting)
                            {
                                if (!waiting.TryDequeue(out id))
                                {
                                    return;
                                }
                            }

                            var end = await Caller.EndAsync(id);
                            lock (ends)
                            {
                                ends.Add(end);
                            }
                        }
                    })
                )
        );
        return ends;
    }
}

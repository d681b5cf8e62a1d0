using System.Data.Common;
using Dapper;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Words;
using Troubadour.Storage;

namespace Troubadour.Server.Working;

/// <summary>Whether the server can take work, and if not, why.</summary>
internal sealed class Readiness(
    IBookDatabase database,
    IDispatcher dispatcher,
    EngineDoor engine,
    WriterDoor writer,
    WorkerPool pool,
    DiskRoom room,
    IBlobStore blobs,
    TroubadourSettings settings
)
{
    private const string Ok = "ok";
    private const string Files = "files";

    private volatile bool _isDraining;

    /// <summary>True from the moment that the server was asked to stop.</summary>
    public bool IsDraining
    {
        get => _isDraining;
        set => _isDraining = value;
    }

    /// <summary>False when a disk is nearly full.</summary>
    public bool HasRoom => room.IsLeft;

    /// <summary>Whether the parts let it take work. Without its store of files it can: what is made waits.</summary>
    public static bool IsReady(IReadOnlyDictionary<string, string> checks) =>
        checks.All(check => check.Value == Ok || check.Key == Files);

    /// <summary>Each part with "ok" or what is wrong with it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(CancellationToken cancellation)
    {
        var checks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["database"] = await DatabaseAsync(cancellation),
            ["dispatcher"] = dispatcher.IsRunning ? Ok : "not running",
            [Files] = await FilesAsync(cancellation),
            ["disk"] = HasRoom ? Ok : $"less than {settings.Blobs.MinFreeMb} MB free",
            ["draining"] = IsDraining ? "the server is stopping" : Ok,
        };
        if (settings.Answers)
        {
            checks["engine"] = engine.Fault ?? Ok;
            checks["writer"] = writer.Fault ?? Ok;
        }

        if (settings.Works)
        {
            checks["workers"] = pool.Fault ?? Ok;
        }

        return checks;
    }

    private async Task<string> FilesAsync(CancellationToken cancellation)
    {
        try
        {
            await blobs.ProbeAsync(cancellation);
            return Ok;
        }
        catch (IOException)
        {
            return "the store does not answer";
        }
    }

    private async Task<string> DatabaseAsync(CancellationToken cancellation)
    {
        try
        {
            await database.ReadAsync(c => c.ExecuteScalar<string>("SELECT id FROM accounts LIMIT 1"), cancellation);
            return Ok;
        }
        catch (DbException)
        {
            return "cannot be read";
        }
    }
}

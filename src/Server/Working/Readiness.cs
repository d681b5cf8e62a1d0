using System.Data.Common;
using Dapper;
using Troubadour.Bookkeeping;
using Troubadour.Server.Settings;
using Troubadour.Server.Words;

namespace Troubadour.Server.Working;

/// <summary>Whether the server can take work, and if not, why.</summary>
internal sealed class Readiness(
    IBookDatabase database,
    IDispatcher dispatcher,
    EngineDoor engine,
    WriterDoor writer,
    WorkerPool pool,
    DataFolder data,
    TroubadourSettings settings
)
{
    private volatile bool _isDraining;

    /// <summary>True from the moment that the server was asked to stop.</summary>
    public bool IsDraining
    {
        get => _isDraining;
        set => _isDraining = value;
    }

    /// <summary>False when the data directory's disk is nearly full.</summary>
    public bool HasRoom => data.HasRoom(settings.Blobs.MinFreeMb);

    /// <summary>Each part with "ok" or what is wrong with it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(CancellationToken cancellation)
    {
        var checks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["database"] = await DatabaseAsync(cancellation),
            ["dispatcher"] = dispatcher.IsRunning ? "ok" : "not running",
            ["disk"] = HasRoom ? "ok" : $"less than {settings.Blobs.MinFreeMb} MB free",
            ["draining"] = IsDraining ? "the server is stopping" : "ok",
        };
        if (settings.Answers)
        {
            checks["engine"] = engine.Fault ?? "ok";
            checks["writer"] = writer.Fault ?? "ok";
        }

        if (settings.Works)
        {
            checks["workers"] = pool.Fault ?? "ok";
        }

        return checks;
    }

    private async Task<string> DatabaseAsync(CancellationToken cancellation)
    {
        try
        {
            await database.ReadAsync(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM accounts"), cancellation);
            return "ok";
        }
        catch (DbException)
        {
            return "cannot be read";
        }
    }
}

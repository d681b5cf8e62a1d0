using Microsoft.Extensions.Logging;
using Troubadour.Storage;

namespace Troubadour.Server.Keeping;

/// <summary>Clears up: clips whose time is over, files that nobody names, empty folders. Several may do so at the same time.</summary>
public sealed class Sweeper(Retention retention, Orphans orphans, IBlobStore blobs, ILogger<Sweeper> logger)
{
    /// <summary>Sweeps once.</summary>
    /// <exception cref="IOException">The store failed; what is left is for the next sweep.</exception>
    public async Task<SweepReport> SweepAsync(CancellationToken cancellation = default)
    {
        // A store that is down ends the sweep before any clip loses its rows.
        await blobs.ProbeAsync(cancellation);
        var clips = await retention.ExpireAsync(cancellation);
        var files = await orphans.RemoveAsync(cancellation);
        var leftovers = await blobs.TidyAsync(cancellation);
        logger.LogInformation(
            "Swept: {Clips} clips expired, {Files} files without a clip and {Leftovers} leftovers removed.",
            clips,
            files,
            leftovers
        );
        return new SweepReport(clips, files, leftovers);
    }
}

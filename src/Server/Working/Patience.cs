using System.Data.Common;
using Microsoft.Extensions.Logging;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>Repeats what failed because the store or the database is down, so that finished work is not thrown away.</summary>
internal sealed class Patience(TroubadourSettings settings, TimeProvider clock, ILogger<Patience> logger)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Tries until it works, or for as long as the settings say.</summary>
    /// <exception cref="DbException">The database is still down.</exception>
    /// <exception cref="IOException">The store is still down.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task<T> TryAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var most = TimeSpan.FromSeconds(settings.Render.KeepSeconds);
        for (var pause = First; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                return await act();
            }
            catch (Exception e) when (IsDown(e) && clock.GetElapsedTime(start) + pause < most)
            {
                logger.LogWarning("Trying again in {Seconds} s: {Reason}", pause.TotalSeconds, e.Message);
                await Task.Delay(pause, clock, cancellation);
            }
        }
    }

    private static bool IsDown(Exception e) =>
        e is DbException or IOException and not (FileNotFoundException or DirectoryNotFoundException);
}

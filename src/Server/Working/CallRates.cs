using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>Keeps each key to its rate of calls that make something; off unless the operator sets one. Counted over all servers.</summary>
internal sealed class CallRates(RateBook book, TroubadourSettings settings)
{
    private const int SecondsPerMinute = 60;

    /// <summary>Counts one call.</summary>
    /// <exception cref="ApiException">429: the key has called too often.</exception>
    public async Task CountAsync(string keyId)
    {
        var limits = settings.Limits;
        if (limits.CreatesPerMinute == 0)
        {
            return;
        }

        var wait = await book.CountAsync(keyId, limits.CreatesPerMinute, limits.Burst);
        if (wait == TimeSpan.Zero)
        {
            return;
        }

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        throw new ApiException(429, "too_many_requests", "Too many requests; try again later.")
        {
            RetryAfterSeconds = seconds,
            RateLimit = $"\"create\";r=0;t={seconds}",
            RateLimitPolicy = $"\"create\";q={limits.CreatesPerMinute};w={SecondsPerMinute};burst={limits.Burst}",
        };
    }
}

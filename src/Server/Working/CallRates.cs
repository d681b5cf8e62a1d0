using System.Threading.RateLimiting;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Working;

/// <summary>Keeps each key to its rate of calls that make something; off unless the operator sets one. Counted in this process.</summary>
internal sealed class CallRates(TroubadourSettings settings) : IDisposable
{
    private const int SecondsPerMinute = 60;

    private readonly PartitionedRateLimiter<string>? _limiter =
        settings.Limits.CreatesPerMinute == 0
            ? null
            : PartitionedRateLimiter.Create<string, string>(key =>
                RateLimitPartition.GetTokenBucketLimiter(
                    key,
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = settings.Limits.Burst,
                        TokensPerPeriod = 1,
                        ReplenishmentPeriod = Period(settings),
                        QueueLimit = 0,
                        AutoReplenishment = true,
                    }
                )
            );

    /// <summary>Counts one call.</summary>
    /// <exception cref="ApiException">429: the key has called too often.</exception>
    public void Count(string keyId)
    {
        using var lease = _limiter?.AttemptAcquire(keyId);
        if (lease is null or { IsAcquired: true })
        {
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Period(settings);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        throw new ApiException(429, "too_many_requests", "Too many requests; try again later.")
        {
            RetryAfterSeconds = seconds,
            RateLimit = $"\"create\";r=0;t={seconds}",
            RateLimitPolicy =
                $"\"create\";q={settings.Limits.CreatesPerMinute};w={SecondsPerMinute};burst={settings.Limits.Burst}",
        };
    }

    public void Dispose() => _limiter?.Dispose();

    private static TimeSpan Period(TroubadourSettings settings) =>
        TimeSpan.FromSeconds((double)SecondsPerMinute / settings.Limits.CreatesPerMinute);
}

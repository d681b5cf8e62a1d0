using Microsoft.Security.AntiSSRF;

namespace Troubadour.Server.Outgoing;

/// <summary>
/// Sends requests to addresses that callers gave. A connection is made only to public addresses, checked on the very address that is
/// connected to, so that a name which changes its mind gains nothing; hosts that the operator allows by name are reached whatever they
/// stand for. No redirects are followed, no proxy of the environment and no cookies are used, and answers stay compressed.
/// </summary>
internal sealed class SafeHttp : IDisposable
{
    private const int HeaderKilobytes = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    private readonly HttpClient _public;
    private readonly HttpClient _allowed;
    private readonly Destinations _destinations;

    public SafeHttp(Destinations destinations)
    {
        _destinations = destinations;
        _public = Public(destinations.AllowsHttp);
        _allowed = Client(Plain());
    }

    /// <summary>A client that connects to public addresses only.</summary>
    public static HttpClient Public(bool allowsHttp) => Client(Guarded(allowsHttp));

    /// <summary>Sends and returns as soon as the headers of the answer are there. The address is checked once more.</summary>
    /// <exception cref="FormatException">The address is not allowed.</exception>
    /// <exception cref="Exception">Anything that <see cref="OutgoingFault"/> can put into words.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var url = _destinations.Read(request.RequestUri!.OriginalString);
        var client = _destinations.IsAllowedByName(url) ? _allowed : _public;
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    public void Dispose()
    {
        _public.Dispose();
        _allowed.Dispose();
    }

    private static HttpClient Client(HttpMessageHandler handler) =>
        new(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "Troubadour/1" } },
        };

    private static AntiSSRFHandler Guarded(bool allowsHttp)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = allowsHttp,
            AddXFFHeader = false,
        };
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = ConnectTime;
        handler.MaxResponseHeadersLength = HeaderKilobytes;
        handler.PooledConnectionLifetime = Lifetime;
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        return handler;
    }

    private static SocketsHttpHandler Plain() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectTime,
            MaxResponseHeadersLength = HeaderKilobytes,
            PooledConnectionLifetime = Lifetime,
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
        };
}

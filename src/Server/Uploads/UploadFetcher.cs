using System.Net;
using Troubadour.Server.Http;
using Troubadour.Server.Outgoing;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Uploads;

/// <summary>Fetches a caller's file: from public addresses only, so many bytes and seconds at most, redirects checked one by one.</summary>
internal sealed class UploadFetcher : IDisposable
{
    private const int MostRedirects = 5;
    private const int BufferBytes = 81_920;

    // Signed addresses of object stores are long.
    private const int LongestUrl = 8_192;

    private readonly Destinations _destinations;
    private readonly SafeHttp _http;
    private readonly UploadSettings _settings;
    private readonly TimeProvider _clock;

    public UploadFetcher(TroubadourSettings settings, TimeProvider clock)
    {
        _settings = settings.Uploads;
        _clock = clock;
        _destinations = new Destinations(_settings.AllowPrivate, allowsHttp: true, LongestUrl);
        _http = new SafeHttp(_destinations);
    }

    private long MostBytes => _settings.MaxMb * 1024L * 1024L;

    /// <summary>Fetches into a new file.</summary>
    /// <exception cref="ApiException">400: the address is not allowed or the file could not be fetched.</exception>
    public async Task FetchAsync(string url, string path, CancellationToken cancellation)
    {
        var start = Checked(url);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_settings.FetchSeconds), _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await FollowAsync(start, path, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw NotFetched(
                limit.IsCancellationRequested
                    ? $"it took longer than {_settings.FetchSeconds} seconds"
                    : "the host did not answer in time"
            );
        }
        catch (Exception e) when (e is not OperationCanceledException && OutgoingFault.Describe(e) is not null)
        {
            throw NotFetched(OutgoingFault.Describe(e)!);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task FollowAsync(Uri url, string path, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Accept.ParseAdd("audio/*, */*;q=0.5");
            request.Headers.AcceptEncoding.ParseAdd("identity");
            using var response = await _http.SendAsync(request, cancellation);
            if (Redirect(response, url) is { } next)
            {
                url = next;
                continue;
            }

            await SaveAsync(response, path, cancellation);
            return;
        }

        throw NotFetched($"there are more than {MostRedirects} redirects");
    }

    private Uri? Redirect(HttpResponseMessage response, Uri url)
    {
        var isRedirect =
            response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location)
        {
            return null;
        }

        try
        {
            return _destinations.Read(new Uri(url, location).AbsoluteUri);
        }
        catch (FormatException)
        {
            throw NotFetched("it redirects to an address that is not allowed");
        }
    }

    private async Task SaveAsync(HttpResponseMessage response, string path, CancellationToken cancellation)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw NotFetched($"the host answered {(int)response.StatusCode}");
        }

        if (response.Content.Headers.ContentLength > MostBytes)
        {
            throw TooLarge();
        }

        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[BufferBytes];
        long total = 0;
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0; )
        {
            total += read;
            if (total > MostBytes)
            {
                throw TooLarge();
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private Uri Checked(string url)
    {
        try
        {
            return _destinations.Read(url);
        }
        catch (FormatException e)
        {
            throw ApiException.BadRequest($"url {e.Message}");
        }
    }

    private ApiException TooLarge() => ApiException.BadRequest($"the file is larger than {_settings.MaxMb} MB.");

    private static ApiException NotFetched(string reason) =>
        ApiException.BadRequest($"the file could not be fetched: {reason}.");
}

using System.Diagnostics;
using Troubadour.Storage.S3;
using Xunit;

namespace Troubadour.Peers;

/// <summary>An S3-compatible store in a process of its own, on a free loopback port. It forgets everything when it is stopped.</summary>
public sealed class S3Peer : IAsyncLifetime
{
    /// <summary>Its bucket.</summary>
    public const string Bucket = "songs";

    /// <summary>Any would do: it checks none.</summary>
    public const string AccessKey = "peer-access-key";

    /// <summary>Any would do: it checks none.</summary>
    public const string SecretKey = "peer-secret-key";

    private const int MostStarts = 5;

    // The first start may install it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Process? _process;
    private int _port;

    /// <summary>Its address.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts it on a free port.</summary>
    public async Task InitializeAsync()
    {
        for (var starts = 1; ; starts++)
        {
            _port = Ports.Free();
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (starts < MostStarts)
            {
                // Somebody else took the port.
            }
        }
    }

    /// <summary>Stops it.</summary>
    public Task DisposeAsync() => _process is null ? Task.CompletedTask : StopAsync();

    /// <summary>A store in a folder of the bucket.</summary>
    public S3BlobStore Store(string prefix) => new(Options(prefix));

    /// <summary>What says where that store is.</summary>
    public S3Options Options(string prefix) =>
        new(Bucket)
        {
            Endpoint = Endpoint,
            Prefix = prefix,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            PathStyle = true,
        };

    /// <summary>Starts it, empty, on the same port as before.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Path.Combine(Script.Root, "eng", "s3-peer"))
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add($"{_port}");
        start.ArgumentList.Add(Bucket);
        start.ArgumentList.Add("attached");
        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (!await IsUpAsync(http))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The S3 peer did not start: {await errors}");
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Stops it: all it kept is gone.</summary>
    public async Task StopAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsUpAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Endpoint, "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Troubadour.Storage.S3;

namespace Troubadour.Storage.Tests;

/// <summary>An S3-compatible store in a process of its own, on a free loopback port. It forgets everything when it is stopped.</summary>
public sealed class S3Peer : IAsyncLifetime
{
    public const string Bucket = "songs";
    public const string AccessKey = "peer-access-key";
    public const string SecretKey = "peer-secret-key";

    private const int MostStarts = 5;

    // The first start may install it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Process? _process;
    private int _port;

    public Uri Endpoint => new($"http://127.0.0.1:{_port}");

    public async Task InitializeAsync()
    {
        for (var starts = 1; ; starts++)
        {
            _port = FreePort();
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

    public Task DisposeAsync() => StopAsync();

    /// <summary>A store in a folder of the bucket.</summary>
    public S3BlobStore Store(string prefix) => new(Options(prefix));

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
        var start = new ProcessStartInfo(Path.Combine(Root(), "eng", "s3-peer"))
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

    public async Task StopAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A loopback port that nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Troubadour.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No solution above the test.");
        }

        return folder.FullName;
    }
}

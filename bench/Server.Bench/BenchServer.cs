using System.Diagnostics;
using System.Net.Http.Headers;

namespace Troubadour.Server.Bench;

/// <summary>The server as a process, whose workers burn a core each instead of making music.</summary>
internal sealed class BenchServer : IDisposable
{
    private const string Key = "the-key-of-the-bench";
    private const string Mark = "Now listening on: ";

    private readonly Process _process;

    private BenchServer(Process process, Uri address, TimeSpan start)
    {
        _process = process;
        Start = start;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public HttpClient Http { get; }

    /// <summary>From the launch until it listened.</summary>
    public TimeSpan Start { get; }

    public long ResidentMb
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    public static async Task<BenchServer> LaunchAsync(string folder, int workers)
    {
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Troubadour.TestWorker"))
        {
            RedirectStandardOutput = true,
        };
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            $"--Troubadour:DataDirectory={folder}",
            $"--Troubadour:Workers={workers}",
            $"--Troubadour:BootstrapKey={Key}",
            "--Troubadour:BootstrapCredits=1000000000",
            "--Troubadour:Queue:MaxOpen=1000000",
            "--Troubadour:Queue:MaxPerKey=1000000",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0)
            {
                var url = line[(at + Mark.Length)..];
                var elapsed = clock.Elapsed;
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new BenchServer(process, new Uri(url[..url.IndexOf('"', StringComparison.Ordinal)]), elapsed);
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}

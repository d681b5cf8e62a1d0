using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Troubadour.Load.Bench;

/// <summary>One server process.</summary>
internal sealed partial class Node : IDisposable
{
    private const string Mark = "Now listening on: ";

    private readonly Process _process;

    private Node(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <param name="program">The executable, beside this program.</param>
    /// <param name="settings">Its command line.</param>
    public static async Task<Node> StartAsync(string program, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program))
        {
            RedirectStandardOutput = true,
        };
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0)
            {
                var url = line[(at + Mark.Length)..];
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                var node = new Node(process, new Uri(url[..url.IndexOf('"', StringComparison.Ordinal)]));
                await node.ReadyAsync();
                return node;
            }
        }

        throw new InvalidOperationException("A server did not start.");
    }

    /// <summary>The sum of one of its meters, over all labels.</summary>
    public async Task<double> MeterAsync(string name)
    {
        var text = await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return MeterLine()
            .Matches(text)
            .Where(match => match.Groups["name"].Value == name)
            .Sum(match => double.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            using var answer = await Http.GetAsync(new Uri("/readyz", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    [GeneratedRegex(@"(?m)^(?<name>[a-z_]+)(?:\{[^}]*\})? (?<value>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex MeterLine();
}

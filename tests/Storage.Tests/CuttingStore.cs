using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Troubadour.Storage.Tests;

/// <summary>Answers every GET as an S3 store does, but cuts each body off after some bytes.</summary>
internal sealed class CuttingStore : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _content;
    private readonly int _mostBytes;
    private readonly Task _serving;

    public CuttingStore(byte[] content, int mostBytes)
    {
        (_content, _mostBytes) = (content, mostBytes);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The version that each request after the first asked for.</summary>
    public List<string> Versions { get; } = [];

    public int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, false, 1, leaveOpen: true);
        var (from, to) = (0, _content.Length - 1);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            var (name, value) = (line.Split(':')[0].ToUpperInvariant(), line[(line.IndexOf(':') + 1)..].Trim());
            if (name == "RANGE")
            {
                var ends = value["bytes=".Length..].Split('-');
                from = int.Parse(ends[0], CultureInfo.InvariantCulture);
                to = Math.Min(to, int.Parse(ends[1], CultureInfo.InvariantCulture));
            }
            else if (name == "IF-MATCH")
            {
                Versions.Add(value);
            }
        }

        Requests++;
        var length = to - from + 1;
        var head =
            $"HTTP/1.1 206 Partial Content\r\nContent-Length: {length}\r\nContent-Range: bytes {from}-{to}/{_content.Length}\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(_content.AsMemory(from, Math.Min(length, _mostBytes)), _stop.Token);
    }
}

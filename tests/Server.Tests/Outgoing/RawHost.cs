using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Troubadour.Server.Tests.Outgoing;

/// <summary>A web host on 127.0.0.1 that answers with whatever bytes a test wants, one request a connection.</summary>
public sealed class RawHost : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    /// <param name="answer">Gets the request's head and the stream to answer on.</param>
    public RawHost(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Root => $"http://127.0.0.1:{Port}/";

    /// <summary>The heads of the requests that came, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>A host that answers every request with these bytes.</summary>
    public static RawHost Of(byte[] body, string head = "HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg") =>
        new(
            async (_, stream, stop) =>
            {
                await WriteAsync(stream, $"{head}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n", stop);
                await stream.WriteAsync(body, stop);
            }
        );

    /// <summary>A host that answers every request with this text, head and all.</summary>
    public static RawHost Of(string answer) => new((_, stream, stop) => WriteAsync(stream, answer, stop));

    public static Task WriteAsync(Stream stream, string text, CancellationToken stop) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await HeadAsync(stream);
                Requests.Enqueue(head);
                await _answer(head, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                break;
            }

            text.Append((char)one[0]);
        }

        return text.ToString();
    }
}

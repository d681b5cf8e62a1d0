using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Troubadour.Server.Tests.Outgoing;

namespace Troubadour.Server.Tests.Hooks;

/// <summary>A receiver of webhooks that keeps the exact bytes it got.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _answers;
    private readonly RawHost _host;

    /// <param name="answers">Status lines such as "500 No", one a request; the last one stays. "hang" never answers.</param>
    public Receiver(params string[] answers)
    {
        _answers = new ConcurrentQueue<string>(answers);
        _host = new RawHost(ServeAsync);
    }

    public ConcurrentQueue<Message> Messages { get; } = new();

    public string Url => _host.Root + "hook?a=1";

    public int Count => Messages.Count;

    /// <summary>Waits until so many messages have come.</summary>
    public async Task AwaitAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Messages.Count < count)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task ServeAsync(string head, Stream stream, CancellationToken stop)
    {
        var headers = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        var answer = "200 OK";
        if (!_answers.IsEmpty)
        {
            _ = _answers.Count > 1 ? _answers.TryDequeue(out answer) : _answers.TryPeek(out answer);
        }

        Messages.Enqueue(new Message(head.Split("\r\n")[0], headers, body));
        if (answer == "hang")
        {
            await Task.Delay(Timeout.Infinite, stop);
        }

        await RawHost.WriteAsync(stream, $"HTTP/1.1 {answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", stop);
    }

    /// <summary>A request as it came.</summary>
    public sealed record Message(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Id => Headers["X-Webhook-Id"];

        public string Timestamp => Headers["X-Webhook-Timestamp"];

        /// <summary>Checks the signature as a receiver would, with the platform's own HMAC.</summary>
        public bool IsSignedWith(string secret)
        {
            byte[] signed = [.. Encoding.ASCII.GetBytes(Timestamp), (byte)'.', .. Body];
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
            var hex = string.Concat(mac.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
            return Headers["X-Webhook-Signature"] == $"sha256={hex}";
        }
    }
}

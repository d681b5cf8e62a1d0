namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>Bytes that come in small pieces and once only; behind them it ends, or goes on without end, or falls silent for ever.</summary>
internal sealed class OneWayStream(byte[] bytes, bool isEndless = false, bool isSilent = false) : Stream
{
    private int _at;

    /// <summary>Bytes that were taken.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == bytes.Length && isEndless)
        {
            _at = 0;
        }

        var taken = Math.Min(Math.Min(count, 1000), bytes.Length - _at);
        bytes.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
        _at += taken;
        Taken += taken;
        return taken;
    }

    // A stream that falls silent does not heed the token either.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == bytes.Length && isSilent)
        {
            await new TaskCompletionSource().Task;
        }

        var block = new byte[buffer.Length];
        var taken = Read(block, 0, block.Length);
        block.AsSpan(0, taken).CopyTo(buffer.Span);
        return taken;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

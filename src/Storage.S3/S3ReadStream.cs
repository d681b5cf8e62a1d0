using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;

namespace Troubadour.Storage.S3;

/// <summary>
/// Reads a stored file. The first piece is fetched when it is opened, which tells length and version; what follows, and what is sought, is
/// fetched when it is read. A body that breaks off is taken up again where it ended, of the same version.
/// </summary>
internal sealed class S3ReadStream : Stream
{
    private const int FirstBytes = 1 << 17;
    private const int BufferBytes = 1 << 16;
    private const int MostTries = 3;

    private readonly S3Bucket _bucket;
    private readonly string _name;
    private readonly string _version;
    private GetObjectResponse? _body;
    private long _bodyAt;
    private long _position;

    private S3ReadStream(S3Bucket bucket, string name, GetObjectResponse first)
    {
        (_bucket, _name, _version, _body) = (bucket, name, first.ETag, first);
        Length = TotalOf(first);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>Opens a file; null when there is none.</summary>
    public static async Task<Stream?> OpenAsync(S3Bucket bucket, string name, CancellationToken cancellation)
    {
        try
        {
            var first = await GetAsync(bucket, name, new ByteRange(0, FirstBytes - 1), null, cancellation);
            // Formats are read a few bytes at a time.
            return new BufferedStream(new S3ReadStream(bucket, name, first), BufferBytes);
        }
        catch (AmazonS3Exception e) when (S3Bucket.IsMissing(e))
        {
            return null;
        }
        catch (AmazonS3Exception e) when (S3Bucket.IsOutside(e))
        {
            // An empty file has no first piece.
            return new MemoryStream([], writable: false);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var tries = MostTries; _position < Length && buffer.Length > 0; tries--)
        {
            var body = await BodyAsync(cancellationToken);
            var read = await ReadBodyAsync(body, buffer, cancellationToken);
            if (read > 0)
            {
                _position += read;
                _bodyAt = _position;
                return read;
            }

            // The piece has ended, or broke off.
            Drop();
            if (tries == 0)
            {
                throw new BlobStoreException("The store of files broke off again and again.");
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position =
            offset
            + origin switch
            {
                SeekOrigin.Begin => 0,
                SeekOrigin.Current => _position,
                _ => Length,
            };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Drop();
        }

        base.Dispose(disposing);
    }

    private static long TotalOf(GetObjectResponse first)
    {
        var total = first.ContentRange?.Split('/')[^1];
        return long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : first.ContentLength;
    }

    private static Task<GetObjectResponse> GetAsync(
        S3Bucket bucket,
        string name,
        ByteRange range,
        string? version,
        CancellationToken cancellation
    )
    {
        var request = new GetObjectRequest
        {
            BucketName = bucket.Name,
            Key = name,
            ByteRange = range,
            EtagToMatch = version,
        };
        return bucket.CallAsync((s3, limit) => s3.GetObjectAsync(request, limit), S3Bucket.Patience, cancellation);
    }

    private async Task<Stream> BodyAsync(CancellationToken cancellation)
    {
        if (_body is not null && _bodyAt == _position)
        {
            return _body.ResponseStream;
        }

        Drop();
        try
        {
            _body = await GetAsync(_bucket, _name, new ByteRange(_position, Length - 1), _version, cancellation);
        }
        catch (AmazonS3Exception e)
        {
            throw new FileNotFoundException("The file was deleted while it was read.", e);
        }

        _bodyAt = _position;
        return _body.ResponseStream;
    }

    private static async ValueTask<int> ReadBodyAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(S3Bucket.Patience);
        try
        {
            return await body.ReadAsync(buffer, limit.Token);
        }
        catch (Exception e) when (e is IOException or HttpRequestException || limit.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            return 0;
        }
    }

    private void Drop()
    {
        _body?.Dispose();
        _body = null;
    }
}

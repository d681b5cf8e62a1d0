using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Troubadour.Storage.S3;

/// <summary>Files in a bucket of an S3-compatible store.</summary>
public sealed class S3BlobStore : IBlobStore, IDisposable
{
    private const int PageKeys = 1_000;

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(5);

    private readonly S3Bucket _bucket;

    /// <summary>Makes ready; the store is not asked yet.</summary>
    /// <exception cref="ArgumentException">The prefix is no folder.</exception>
    public S3BlobStore(S3Options options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _bucket = new S3Bucket(options);
    }

    /// <inheritdoc />
    public async Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default)
    {
        var (bytes, hash) = await new S3Upload(_bucket, _bucket.NameOf(key), sourceFile).RunAsync(cancellation);
        return new StoredBlob(key, bytes, hash);
    }

    /// <inheritdoc />
    public async ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default) =>
        await S3ReadStream.OpenAsync(_bucket, _bucket.NameOf(key), cancellation);

    /// <inheritdoc />
    public async ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        var prefix = _bucket.PrefixOf(folder);
        while (true)
        {
            // From the start again each time: what was listed is gone.
            var page = await PageAsync(prefix, PageKeys, null, cancellation);
            if (page.S3Objects is not { Count: > 0 } files)
            {
                return;
            }

            await DeleteNamesAsync(files.Select(file => file.Key), cancellation);
        }
    }

    /// <inheritdoc />
    public async ValueTask DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var names in keys.Select(_bucket.NameOf).ToList().Chunk(PageKeys))
        {
            await DeleteNamesAsync(names, cancellation);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        string? next = null;
        do
        {
            var page = await PageAsync(_bucket.PrefixOf(null), PageKeys, next, cancellation);
            foreach (var file in page.S3Objects ?? [])
            {
                var key = _bucket.KeyOf(file.Key);
                if (key.Length > 0)
                {
                    var at = file.LastModified?.ToUniversalTime() ?? DateTime.UnixEpoch;
                    yield return new BlobEntry(key, file.Size ?? 0, new DateTimeOffset(at));
                }
            }

            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        } while (next is not null);
    }

    /// <inheritdoc />
    public async ValueTask<Uri?> LinkAsync(
        string key,
        string contentType,
        TimeSpan lifetime,
        CancellationToken cancellation = default
    )
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = _bucket.Name,
            Key = _bucket.NameOf(key),
            Verb = HttpVerb.GET,
            Protocol = _bucket.IsPlain ? Protocol.HTTP : Protocol.HTTPS,
            // The SDK signs by this clock, and the store checks by its own.
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime + lifetime,
            ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = contentType },
        };
        return new Uri(
            await _bucket.CallAsync((s3, _) => s3.GetPreSignedURLAsync(request), S3Bucket.Patience, cancellation)
        );
    }

    /// <inheritdoc />
    public ValueTask<int> TidyAsync(CancellationToken cancellation = default) => ValueTask.FromResult(0);

    /// <inheritdoc />
    public async Task ProbeAsync(CancellationToken cancellation = default) =>
        await _bucket.CallAsync(
            (s3, limit) => s3.ListObjectsV2Async(Page(_bucket.PrefixOf(null), 1, null), limit),
            ProbePatience,
            cancellation
        );

    /// <inheritdoc />
    public void Dispose() => _bucket.Dispose();

    private Task<ListObjectsV2Response> PageAsync(
        string prefix,
        int most,
        string? from,
        CancellationToken cancellation
    ) =>
        _bucket.CallAsync(
            (s3, limit) => s3.ListObjectsV2Async(Page(prefix, most, from), limit),
            S3Bucket.Patience,
            cancellation
        );

    private ListObjectsV2Request Page(string prefix, int most, string? from) =>
        new()
        {
            BucketName = _bucket.Name,
            Prefix = prefix,
            MaxKeys = most,
            ContinuationToken = from,
        };

    private Task<DeleteObjectsResponse> DeleteNamesAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        var request = new DeleteObjectsRequest
        {
            BucketName = _bucket.Name,
            Quiet = true,
            Objects = [.. names.Select(name => new KeyVersion { Key = name })],
        };
        return _bucket.CallAsync((s3, limit) => s3.DeleteObjectsAsync(request, limit), S3Bucket.Patience, cancellation);
    }
}

using System.Security.Cryptography;
using Amazon.S3.Model;

namespace Troubadour.Storage.S3;

/// <summary>
/// Stores one file: a small one in one call with its SHA-256, which the store checks; a large one in parts, which appear as a file only
/// when all are there. Each call's body is part of its signature.
/// </summary>
internal sealed class S3Upload(S3Bucket bucket, string name, string sourceFile)
{
    private const int PartBytes = 8 << 20;
    private const double LeastBytesPerSecond = 256 * 1024;
    private const string MediaType = "application/octet-stream";

    public async Task<(long Bytes, string Hash)> RunAsync(CancellationToken cancellation)
    {
        var (bytes, hash) = await ReadAsync(cancellation);
        if (bytes <= PartBytes)
        {
            await PutAsync(bytes, hash, cancellation);
        }
        else
        {
            await PutPartsAsync(bytes, cancellation);
        }

        return (bytes, Convert.ToHexStringLower(hash));
    }

    private async Task<(long Bytes, byte[] Hash)> ReadAsync(CancellationToken cancellation)
    {
        await using var source = new FileStream(
            sourceFile,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1 << 16,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        return (source.Length, await SHA256.HashDataAsync(source, cancellation));
    }

    private async Task PutAsync(long bytes, byte[] hash, CancellationToken cancellation)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket.Name,
            Key = name,
            FilePath = sourceFile,
            ContentType = MediaType,
            UseChunkEncoding = false,
            ChecksumSHA256 = Convert.ToBase64String(hash),
        };
        await bucket.CallAsync((s3, limit) => s3.PutObjectAsync(request, limit), PatienceFor(bytes), cancellation);
    }

    private async Task PutPartsAsync(long bytes, CancellationToken cancellation)
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = bucket.Name,
            Key = name,
            ContentType = MediaType,
        };
        var upload = await bucket.CallAsync(
            (s3, limit) => s3.InitiateMultipartUploadAsync(start, limit),
            S3Bucket.Patience,
            cancellation
        );
        try
        {
            var parts = new List<PartETag>();
            for (var from = 0L; from < bytes; from += PartBytes)
            {
                var length = Math.Min(PartBytes, bytes - from);
                parts.Add(await PutPartAsync(upload.UploadId, parts.Count + 1, from, length, cancellation));
            }

            await CompleteAsync(upload.UploadId, parts, cancellation);
        }
        catch
        {
            await AbandonAsync(upload.UploadId);
            throw;
        }
    }

    private async Task<PartETag> PutPartAsync(
        string upload,
        int number,
        long from,
        long length,
        CancellationToken cancellation
    )
    {
        var request = new UploadPartRequest
        {
            BucketName = bucket.Name,
            Key = name,
            UploadId = upload,
            PartNumber = number,
            FilePath = sourceFile,
            FilePosition = from,
            PartSize = length,
            UseChunkEncoding = false,
        };
        var part = await bucket.CallAsync(
            (s3, limit) => s3.UploadPartAsync(request, limit),
            PatienceFor(length),
            cancellation
        );
        return new PartETag(number, part.ETag);
    }

    private async Task CompleteAsync(string upload, List<PartETag> parts, CancellationToken cancellation)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = bucket.Name,
            Key = name,
            UploadId = upload,
            PartETags = parts,
        };
        await bucket.CallAsync(
            (s3, limit) => s3.CompleteMultipartUploadAsync(request, limit),
            PatienceFor(parts.Count * (long)PartBytes),
            cancellation
        );
    }

    private async Task AbandonAsync(string upload)
    {
        var request = new AbortMultipartUploadRequest
        {
            BucketName = bucket.Name,
            Key = name,
            UploadId = upload,
        };
        try
        {
            await bucket.CallAsync(
                (s3, limit) => s3.AbortMultipartUploadAsync(request, limit),
                S3Bucket.Patience,
                CancellationToken.None
            );
        }
        catch (BlobStoreException)
        {
            // A rule of the bucket removes what is left of uploads that never ended.
        }
    }

    private static TimeSpan PatienceFor(long bytes) =>
        S3Bucket.Patience + TimeSpan.FromSeconds(bytes / LeastBytesPerSecond);
}

using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Troubadour.Storage.S3;

/// <summary>A bucket and the way to it: every call is bounded in time, and what fails is told as a <see cref="BlobStoreException"/>.</summary>
internal sealed class S3Bucket : IDisposable
{
    /// <summary>Longest time of a call that carries little, and longest silence within a body.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostRetries = 2;
    private const string DefaultRegion = "us-east-1";

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(3);

    private readonly AmazonS3Client _client;
    private readonly string _prefix;

    public S3Bucket(S3Options options)
    {
        Name = options.Bucket;
        IsPlain = options.Endpoint?.Scheme == Uri.UriSchemeHttp;
        _prefix = options.Prefix.Length == 0 ? "" : BlobKey.Check(options.Prefix) + "/";
        var config = Config(options);
        _client =
            options.AccessKey.Length > 0
                ? new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config)
                : new AmazonS3Client(config);
    }

    public string Name { get; }

    /// <summary>True where the store is reached without TLS.</summary>
    public bool IsPlain { get; }

    /// <summary>The bucket's name of a key of ours.</summary>
    public string NameOf(string key) => _prefix + BlobKey.Check(key);

    /// <summary>What all names in a folder start with; null for all that is ours.</summary>
    public string PrefixOf(string? folder) => folder is null ? _prefix : NameOf(folder) + "/";

    /// <summary>Our key of a name in the bucket.</summary>
    public string KeyOf(string name) => name[_prefix.Length..];

    /// <summary>
    /// Calls the store. The SDK's answers "no such key" and "range not satisfiable" come through as they are; every other failure, and a
    /// call that takes too long, is a fault of the store.
    /// </summary>
    public async Task<T> CallAsync<T>(
        Func<AmazonS3Client, CancellationToken, Task<T>> call,
        TimeSpan patience,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            // The SDK's search for credentials does not listen to the token.
            return await call(_client, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new BlobStoreException($"The store of files failed: {Describe(e)}.", e);
        }
    }

    public static bool IsMissing(AmazonS3Exception answer) => answer.ErrorCode == "NoSuchKey";

    public static bool IsOutside(AmazonS3Exception answer) =>
        answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable;

    public void Dispose() => _client.Dispose();

    private static bool IsFault(Exception e) =>
        e switch
        {
            AmazonS3Exception answer => !IsMissing(answer) && !IsOutside(answer),
            AmazonServiceException
            or AmazonClientException
            or HttpRequestException
            or IOException
            or TimeoutException
            or OperationCanceledException => true,
            _ => false,
        };

    private static string Describe(Exception e) =>
        e switch
        {
            AmazonServiceException { ErrorCode.Length: > 0 } answer =>
                $"it answered {answer.ErrorCode} ({(int)answer.StatusCode})",
            OperationCanceledException or TimeoutException => "it did not answer in time",
            AmazonServiceException or HttpRequestException or IOException => "it cannot be reached",
            _ => "there is no way to it",
        };

    private static AmazonS3Config Config(S3Options options)
    {
        var region = options.Region.Length > 0 ? options.Region : DefaultRegion;
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            MaxErrorRetry = MostRetries,
            ConnectTimeout = ConnectPatience,
            // The call's own limit counts: a large file takes longer than an answer may.
            Timeout = Timeout.InfiniteTimeSpan,
            // Stores other than Amazon's do not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = options.Endpoint.AbsoluteUri;
            config.AuthenticationRegion = region;
        }

        return config;
    }
}

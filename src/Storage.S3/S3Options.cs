namespace Troubadour.Storage.S3;

/// <summary>Where an S3-compatible store is and how it is entered.</summary>
/// <param name="bucket">The bucket, which must exist.</param>
public sealed class S3Options(string bucket)
{
    /// <summary>The bucket, which must exist.</summary>
    public string Bucket { get; } = bucket;

    /// <summary>A folder of the bucket that everything lies in, without slashes at its ends; empty for the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The store's http or https address; null for Amazon's of the region.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The region; empty is us-east-1.</summary>
    public string Region { get; init; } = "";

    /// <summary>The access key; empty leaves it to the default chain: environment, profile, machine role.</summary>
    public string AccessKey { get; init; } = "";

    /// <summary>The secret that belongs to the access key.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>True to name the bucket in the path of an address instead of in its host.</summary>
    public bool PathStyle { get; init; }
}

namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Blobs": where files are stored, how callers get them, and when the store is cleared up.</summary>
public sealed class BlobSettings
{
    /// <summary>The name of the local store.</summary>
    public const string Local = "local";

    /// <summary>The name of the S3-compatible store.</summary>
    public const string S3 = "s3";

    /// <summary>Downloads go through the server.</summary>
    public const string Stream = "stream";

    /// <summary>Downloads are sent to the store's own addresses.</summary>
    public const string Redirect = "redirect";

    /// <summary>"local": a folder of this computer. "s3": an S3-compatible store.</summary>
    public string Kind { get; set; } = Local;

    /// <summary>The local store's folder; empty is "songs" in the data directory.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The S3 store's http or https address; empty is Amazon's of the region.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The S3 store's region.</summary>
    public string Region { get; set; } = "";

    /// <summary>The S3 bucket, which must exist.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>A folder of the bucket that all files lie in; empty for the whole bucket.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The S3 access key; empty takes the computer's: environment, profile, machine role.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The secret that belongs to the access key.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>True for S3 stores that want the bucket in an address's path instead of its host.</summary>
    public bool PathStyle { get; set; }

    /// <summary>"stream": downloads go through the server. "redirect": callers are sent to the S3 store.</summary>
    public string Delivery { get; set; } = Stream;

    /// <summary>How long an address of the S3 store works.</summary>
    public int LinkMinutes { get; set; } = 60;

    /// <summary>Minutes between two sweeps of the store; 0 is never.</summary>
    public int SweepMinutes { get; set; } = 60;

    /// <summary>Free disk space below which the server calls itself not ready and accepts no more tasks.</summary>
    public int MinFreeMb { get; set; } = 256;
}

namespace Troubadour.Bookkeeping;

/// <summary>A stored file of a clip.</summary>
public sealed class Blob
{
    /// <summary>The clip it belongs to.</summary>
    public required string ClipId { get; set; }

    /// <summary>What it is: "wav", "mp3", "song", "midi", "words", "cover".</summary>
    public required string Kind { get; set; }

    /// <summary>Where the blob store keeps it.</summary>
    public required string Path { get; set; }

    /// <summary>Its length.</summary>
    public long Bytes { get; set; }

    /// <summary>SHA-256 of its content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Its media type.</summary>
    public required string ContentType { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}

namespace Troubadour.Bookkeeping;

/// <summary>A bearer key. Only its SHA-256 is stored; the text is shown once, when it is made.</summary>
public sealed class ApiKey
{
    /// <summary>UUID version 7.</summary>
    public required string Id { get; set; }

    /// <summary>The account that it spends from.</summary>
    public required string AccountId { get; set; }

    /// <summary>SHA-256 of the key's UTF-8 text, lower-case hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The first characters, to tell keys apart in a list.</summary>
    public required string Prefix { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }

    /// <summary>Unix milliseconds; null while the key is good.</summary>
    public long? RevokedAt { get; set; }
}

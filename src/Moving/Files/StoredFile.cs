namespace Troubadour.Moving.Files;

/// <summary>A file as the books name it.</summary>
/// <param name="Key">Its name in the store.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record StoredFile(string Key, long Bytes, string Sha256)
{
    /// <summary>The clip that it belongs to; empty where it was not asked for.</summary>
    public string ClipId { get; init; } = "";

    /// <summary>What it is to the clip; empty where it was not asked for.</summary>
    public string Kind { get; init; } = "";
}

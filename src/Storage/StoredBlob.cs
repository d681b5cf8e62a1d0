namespace Troubadour.Storage;

/// <summary>What was stored.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record StoredBlob(string Key, long Bytes, string Sha256);

namespace Troubadour.Moving.Files;

/// <summary>A file as the books name it.</summary>
/// <param name="Key">Its name in the store.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record StoredFile(string Key, long Bytes, string Sha256);

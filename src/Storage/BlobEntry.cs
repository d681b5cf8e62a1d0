namespace Troubadour.Storage;

/// <summary>A file as a store lists it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ModifiedAt">When it was last written, by the store's clock.</param>
public sealed record BlobEntry(string Key, long Bytes, DateTimeOffset ModifiedAt);

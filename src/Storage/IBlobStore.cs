namespace Troubadour.Storage;

/// <summary>Keeps the files of clips. Keys are relative paths with forward slashes; what is stored never changes.</summary>
public interface IBlobStore
{
    /// <summary>Stores a file under a key, durably: when this returns, a power cut does not lose it. The source is left alone.</summary>
    Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading, seekable; null when there is none.</summary>
    ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default);

    /// <summary>Removes everything whose key starts with this folder; nothing happens when there is nothing.</summary>
    ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default);
}

namespace Troubadour.Storage;

/// <summary>
/// Keeps the files of clips. Keys are relative paths with forward slashes (<see cref="BlobKey"/>); what is stored never changes. Every
/// call ends in bounded time: a store that is full, down or closed to us is an <see cref="IOException"/>, and the same call may
/// succeed later. A key that breaks the rules is an <see cref="ArgumentException"/>.
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Stores a file under a key, whole or not at all, and durably: when this returns, a power cut does not lose it. The source is left
    /// alone. Of several at once under one key the last one stands.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no source.</exception>
    Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default);

    /// <summary>
    /// Opens a stored file for reading, seekable; null when there is none. Where the file is deleted meanwhile, a local store reads on to
    /// its end; a remote one reads on in what it has opened, and past it throws <see cref="FileNotFoundException"/>.
    /// </summary>
    ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default);

    /// <summary>Removes everything whose key starts with this folder; nothing happens when there is nothing.</summary>
    ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default);

    /// <summary>Removes files by key; those that are not there count as removed.</summary>
    ValueTask DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation = default);

    /// <summary>
    /// Everything that is stored, in no promised order, also what a killed process left half written (a key that ends with ".part").
    /// What comes or goes meanwhile may be listed or not.
    /// </summary>
    IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellation = default);

    /// <summary>
    /// An address that gives a file to everybody who has it; null where the store has no addresses. Whether there is such a file is not
    /// looked at.
    /// </summary>
    /// <param name="key">The file's key.</param>
    /// <param name="contentType">The media type that the answer will have.</param>
    /// <param name="lifetime">How long the address works, 1 second to 7 days, by the computer's own clock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<Uri?> LinkAsync(
        string key,
        string contentType,
        TimeSpan lifetime,
        CancellationToken cancellation = default
    );

    /// <summary>Removes what a store of this kind leaves beside its files, such as empty folders.</summary>
    /// <returns>How many things were removed.</returns>
    ValueTask<int> TidyAsync(CancellationToken cancellation = default);

    /// <summary>Makes sure, cheaply and within a few seconds, that the store answers.</summary>
    /// <exception cref="IOException">It does not.</exception>
    Task ProbeAsync(CancellationToken cancellation = default);
}

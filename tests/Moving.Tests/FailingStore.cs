using Troubadour.Storage;

namespace Troubadour.Moving.Tests;

/// <summary>A store that is down.</summary>
internal sealed class FailingStore(IBlobStore inner) : IBlobStore
{
    public Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default) =>
        inner.PutAsync(key, sourceFile, cancellation);

    public ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default) =>
        throw new IOException("The store does not answer.");

    public ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default) =>
        inner.DeleteFolderAsync(folder, cancellation);
}

using Troubadour.Storage;

namespace Troubadour.Moving.Tests;

/// <summary>A store that does something when it has stored so many files.</summary>
internal sealed class StoppingStore(IBlobStore inner, int after, Action act) : IBlobStore
{
    private int _stored;

    public int Stored => _stored;

    public async Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default)
    {
        var stored = await inner.PutAsync(key, sourceFile, CancellationToken.None);
        if (Interlocked.Increment(ref _stored) >= after)
        {
            act();
        }

        return stored;
    }

    public ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default) =>
        inner.OpenAsync(key, cancellation);

    public ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default) =>
        inner.DeleteFolderAsync(folder, cancellation);
}

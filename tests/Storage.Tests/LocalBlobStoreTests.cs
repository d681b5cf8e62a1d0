namespace Troubadour.Storage.Tests;

/// <summary>Files in a folder.</summary>
public sealed class LocalBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-blobs-").FullName;

    public LocalBlobStoreTests()
    {
        Store = new LocalBlobStore(Path.Combine(_folder, "store"));
    }

    protected override IBlobStore Store { get; }

    protected override string Scratch => _folder;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_put_that_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.PutAsync("t/a", Path.Combine(_folder, "missing")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "store"), "*", SearchOption.AllDirectories));
    }
}

namespace Troubadour.Storage.Tests;

/// <summary>Files in a folder.</summary>
public sealed class LocalBlobStoreTests : BlobStoreContract
{
    public LocalBlobStoreTests()
    {
        Folder = Path.Combine(Scratch, "store");
        Store = new LocalBlobStore(Folder + "/");
    }

    protected override IBlobStore Store { get; }

    private string Folder { get; }

    [Fact]
    public async Task A_put_that_fails_leaves_no_part_behind()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "t", "a", "in the way"));
        await Assert.ThrowsAnyAsync<IOException>(() => Store.PutAsync("t/a", Source([1])));
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_part_that_a_killed_process_left_is_listed_and_can_be_deleted()
    {
        await Store.PutAsync("t/1/a", Source([1]));
        await File.WriteAllBytesAsync(Path.Combine(Folder, "t", "1", "b.0123.part"), [1, 2]);
        Assert.Equal(["t/1/a", "t/1/b.0123.part"], await KeysAsync());
        await Store.DeleteAsync(["t/1/b.0123.part"]);
        Assert.Equal(["t/1/a"], await KeysAsync());
    }

    [Fact]
    public async Task Tidying_removes_folders_that_are_empty_to_the_bottom()
    {
        await PutAllAsync("a/1/1/x", "b/2/1/x", "b/3/1/x");
        await Store.DeleteAsync(["a/1/1/x", "b/2/1/x"]);
        Assert.Equal(5, await Store.TidyAsync());
        Assert.Equal(
            ["b", "b/3", "b/3/1"],
            Directory
                .EnumerateDirectories(Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task It_has_no_addresses() =>
        Assert.Null(await Store.LinkAsync("t/a", "audio/wav", TimeSpan.FromHours(1)));

    [Fact]
    public async Task A_folder_that_is_gone_is_a_fault()
    {
        Directory.Delete(Folder);
        await Assert.ThrowsAnyAsync<IOException>(() => Store.ProbeAsync());
    }
}

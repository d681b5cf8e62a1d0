using System.Security.Cryptography;

namespace Troubadour.Storage.Tests;

/// <summary>What a blob store promises, wherever it keeps its files. Inherited once for each kind.</summary>
public abstract class BlobStoreContract
{
    protected abstract IBlobStore Store { get; }

    protected abstract string Scratch { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    public async Task What_was_put_is_read_back_byte_for_byte(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var stored = await Store.PutAsync("ab/task/1/master.wav", Source(bytes));
        Assert.Equal(
            new StoredBlob("ab/task/1/master.wav", length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            stored
        );
        Assert.Equal(bytes, await ReadAsync("ab/task/1/master.wav"));
    }

    [Fact]
    public async Task The_source_is_left_alone_and_a_second_put_replaces()
    {
        var source = Source([1, 2, 3]);
        await Store.PutAsync("a/x", source);
        Assert.True(File.Exists(source));
        await Store.PutAsync("a/x", Source([4]));
        Assert.Equal([4], (await ReadAsync("a/x"))!);
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        Assert.Null(await Store.OpenAsync("no/such"));
        await Store.DeleteFolderAsync("no/such");
    }

    [Fact]
    public async Task A_folder_is_deleted_with_all_in_it_and_nothing_beside_it()
    {
        await Store.PutAsync("t/1/a", Source([1]));
        await Store.PutAsync("t/1/b", Source([2]));
        await Store.PutAsync("t/10/a", Source([3]));
        await Store.DeleteFolderAsync("t/1");
        Assert.Null(await Store.OpenAsync("t/1/a"));
        Assert.Null(await Store.OpenAsync("t/1/b"));
        Assert.Equal([3], (await ReadAsync("t/10/a"))!);
    }

    [Fact]
    public async Task A_file_can_be_read_on_while_it_is_deleted()
    {
        await Store.PutAsync("t/a", Source([1, 2, 3]));
        await using var stream = await Store.OpenAsync("t/a");
        await Store.DeleteFolderAsync("t");
        var bytes = new byte[3];
        await stream!.ReadExactlyAsync(bytes);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("a/../../out")]
    [InlineData("/etc/passwd")]
    [InlineData(".")]
    public async Task A_key_cannot_leave_the_store(string key)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutAsync(key, Source([1])));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.OpenAsync(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.DeleteFolderAsync(key));
    }

    private string Source(byte[] bytes)
    {
        var path = Path.Combine(Scratch, Guid.NewGuid().ToString());
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task<byte[]?> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key);
        Assert.NotNull(stream);
        Assert.True(stream.CanSeek);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}

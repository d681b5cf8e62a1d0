using System.Security.Cryptography;

namespace Troubadour.Storage.Tests;

/// <summary>What a blob store promises, wherever it keeps its files. Inherited once for each kind.</summary>
public abstract class BlobStoreContract : IDisposable
{
    protected abstract IBlobStore Store { get; }

    /// <summary>A folder for sources.</summary>
    protected string Scratch { get; } = Directory.CreateTempSubdirectory("troubadour-blobs-").FullName;

    public static TheoryData<string> BadKeys =>
        ["../out", "a/../../out", "a/../b", "/etc/passwd", ".", "a/.", "a//b", "a/", "", "a\nb", "a\\b", new('x', 201)];

    public static TheoryData<string> OddKeys =>
        ["a b/c d", "ä/ö ü/曲", "a+b/c%20d/e&f=g", "a#b?c/'d'\"e\"", "<x>/[y]/{z}", "a..b/..c", "~x/$y,z;w@v:u!(t)*"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    [InlineData(20_000_001)]
    public async Task What_was_put_is_read_back_byte_for_byte(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var stored = await Store.PutAsync("ab/task/1/master.wav", Source(bytes));
        Assert.Equal(
            new StoredBlob("ab/task/1/master.wav", length, Convert.ToHexStringLower(SHA256.HashData(bytes))),
            stored
        );
        var read = await ReadAsync("ab/task/1/master.wav");
        Assert.True(bytes.AsSpan().SequenceEqual(read));
    }

    [Fact]
    public async Task The_source_is_left_alone_and_a_second_put_replaces()
    {
        var source = Source([1, 2, 3]);
        await Store.PutAsync("a/x", source);
        Assert.True(File.Exists(source));
        await Store.PutAsync("a/x", Source([4]));
        Assert.Equal([4], await ReadAsync("a/x"));
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        Assert.Null(await Store.OpenAsync("no/such"));
        await Store.DeleteFolderAsync("no/such");
        await Store.DeleteAsync(["no/such"]);
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_put_without_a_source_fails_and_leaves_nothing()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.PutAsync("t/a", Path.Combine(Scratch, "missing")));
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task A_folder_is_deleted_with_all_in_it_and_nothing_beside_it()
    {
        await PutAllAsync("t/1/a", "t/1/b", "t/1/c/d", "t/10/a", "t/1x");
        await Store.DeleteFolderAsync("t/1");
        Assert.Equal(["t/10/a", "t/1x"], await KeysAsync());
        Assert.Null(await Store.OpenAsync("t/1/a"));
    }

    [Fact]
    public async Task A_file_is_no_folder()
    {
        await PutAllAsync("t/a");
        await Store.DeleteFolderAsync("t/a");
        Assert.Null(await Store.OpenAsync("t"));
        Assert.Equal(["t/a"], await KeysAsync());
    }

    [Fact]
    public async Task Files_are_deleted_by_key_and_their_neighbours_stay()
    {
        await PutAllAsync("t/1/a", "t/1/b", "t/2/a");
        await Store.DeleteAsync(["t/1/a", "t/2/a", "t/3/never"]);
        Assert.Equal(["t/1/b"], await KeysAsync());
        await Store.TidyAsync();
        Assert.Equal(["t/1/b"], await KeysAsync());
    }

    [Fact]
    public async Task The_list_tells_keys_lengths_and_times()
    {
        var before = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 1);
        await Store.PutAsync("x/1/a", Source(new byte[5]));
        await Store.PutAsync("y/2/b", Source([]));
        var listed = await ListAsync();
        Assert.Equal([("x/1/a", 5L), ("y/2/b", 0L)], listed.Select(file => (file.Key, file.Bytes)));
        Assert.All(
            listed,
            file => Assert.InRange(file.ModifiedAt, before, TimeProvider.System.GetUtcNow().AddSeconds(1))
        );
    }

    [Fact]
    public async Task A_list_of_more_than_one_page_is_whole()
    {
        var source = Source([1]);
        var keys = Enumerable.Range(0, 1_203).Select(i => $"p/{i / 100}/{i}").ToList();
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (key, cancellation) => await Store.PutAsync(key, source, cancellation)
        );
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync());
        await Store.DeleteFolderAsync("p");
        Assert.Empty(await KeysAsync());
    }

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task A_key_may_be_odd(string key)
    {
        await Store.PutAsync(key, Source([7, 8]));
        Assert.Equal([7, 8], await ReadAsync(key));
        Assert.Equal([key], await KeysAsync());
        await Store.DeleteAsync([key]);
        Assert.Empty(await KeysAsync());
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_key_cannot_leave_the_store(string key)
    {
        await Store.PutAsync("a/x", Source([1]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutAsync(key, Source([1])));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.OpenAsync(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.DeleteFolderAsync(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.DeleteAsync(["a/x", key]));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await Store.LinkAsync(key, "x/y", TimeSpan.FromHours(1))
        );
        Assert.Equal(["a/x"], await KeysAsync());
    }

    [Fact]
    public async Task Any_place_can_be_sought_and_read_from()
    {
        var bytes = RandomNumberGenerator.GetBytes(1_000_000);
        await Store.PutAsync("s/a", Source(bytes));
        await using var stream = await Store.OpenAsync("s/a");
        Assert.Equal(bytes.Length, stream!.Length);
        foreach (
            var (from, count) in new[] { (700_000, 50_000), (0, 10), (999_999, 1), (131_000, 300_000), (5, 900_000) }
        )
        {
            stream.Position = from;
            var part = new byte[count];
            await stream.ReadExactlyAsync(part);
            Assert.True(bytes.AsSpan(from, count).SequenceEqual(part));
            Assert.Equal(from + count, stream.Position);
        }

        stream.Seek(0, SeekOrigin.End);
        Assert.Equal(0, await stream.ReadAsync(new byte[10]));
        stream.Seek(-3, SeekOrigin.End);
        var last = new byte[3];
        stream.ReadExactly(last);
        Assert.Equal(bytes[^3..], last);
        Assert.False(stream.CanWrite);
    }

    [Fact]
    public async Task What_was_opened_can_be_read_on_while_it_is_deleted()
    {
        await Store.PutAsync("t/a", Source([1, 2, 3]));
        await using var stream = await Store.OpenAsync("t/a");
        await Store.DeleteFolderAsync("t");
        var bytes = new byte[3];
        await stream!.ReadExactlyAsync(bytes);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Fact]
    public async Task A_large_file_deleted_while_it_is_read_is_whole_or_missing_but_never_short()
    {
        var bytes = RandomNumberGenerator.GetBytes(10_000_000);
        await Store.PutAsync("t/a", Source(bytes));
        await using var stream = await Store.OpenAsync("t/a");
        await Store.DeleteFolderAsync("t");
        using var copy = new MemoryStream();
        var fault = await Record.ExceptionAsync(() => stream!.CopyToAsync(copy));
        Assert.True(fault is null or FileNotFoundException, $"{fault}");
        Assert.True(fault is not null || bytes.AsSpan().SequenceEqual(copy.ToArray()));
    }

    [Fact]
    public async Task Of_many_puts_to_one_key_one_stands_whole()
    {
        var sources = Enumerable
            .Range(0, 12)
            .Select(i => Source([.. Enumerable.Repeat((byte)i, 100_000 + i)]))
            .ToList();
        await Task.WhenAll(sources.Select(source => Store.PutAsync("one/key", source)));
        var bytes = await ReadAsync("one/key");
        Assert.Equal(100_000 + bytes[0], bytes.Length);
        Assert.All(bytes, value => Assert.Equal(bytes[0], value));
        Assert.Equal(["one/key"], await KeysAsync());
    }

    [Fact]
    public async Task Tidying_beside_puts_loses_none()
    {
        using var done = new CancellationTokenSource();
        var source = Source([1]);
        var tidying = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await Store.TidyAsync();
                await Task.Yield();
            }
        });
        for (var i = 0; i < 100; i++)
        {
            await Store.PutAsync($"t/{i}/deep/a", source);
        }

        await done.CancelAsync();
        await tidying;
        Assert.Equal(100, (await KeysAsync()).Count);
    }

    [Fact]
    public async Task A_store_that_answers_passes_the_probe() => await Store.ProbeAsync();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Directory.Delete(Scratch, recursive: true);

    protected string Source(byte[] bytes)
    {
        var path = Path.Combine(Scratch, Guid.NewGuid().ToString());
        File.WriteAllBytes(path, bytes);
        return path;
    }

    protected async Task<IReadOnlyList<string>> KeysAsync() => [.. (await ListAsync()).Select(file => file.Key)];

    protected async Task PutAllAsync(params string[] keys)
    {
        var source = Source([1]);
        foreach (var key in keys)
        {
            await Store.PutAsync(key, source);
        }
    }

    protected async Task<byte[]> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key);
        Assert.NotNull(stream);
        Assert.True(stream.CanSeek);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<List<BlobEntry>> ListAsync()
    {
        var files = new List<BlobEntry>();
        await foreach (var file in Store.ListAsync())
        {
            files.Add(file);
        }

        return [.. files.OrderBy(file => file.Key, StringComparer.Ordinal)];
    }
}

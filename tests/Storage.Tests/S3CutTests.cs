using System.Security.Cryptography;
using Troubadour.Peers;
using Troubadour.Storage.S3;

namespace Troubadour.Storage.Tests;

/// <summary>Bodies that break off on their way from the store.</summary>
public sealed class S3CutTests
{
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(300_000);

    [Fact]
    public async Task A_body_that_breaks_off_is_taken_up_where_it_ended_of_the_same_version()
    {
        await using var cutting = new CuttingStore(_content, 50_000);
        using var store = Store(cutting);
        await using var stream = await store.OpenAsync("a/x");
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy);
        Assert.True(_content.AsSpan().SequenceEqual(copy.ToArray()));
        Assert.Equal(6, cutting.Requests);
        Assert.Equal(Enumerable.Repeat("\"v1\"", 5), cutting.Versions);
    }

    [Fact]
    public async Task A_store_that_never_sends_a_byte_is_a_fault_and_not_an_end()
    {
        await using var cutting = new CuttingStore(_content, 0);
        using var store = Store(cutting);
        await using var stream = await store.OpenAsync("a/x");
        await Assert.ThrowsAsync<BlobStoreException>(async () => await stream!.ReadExactlyAsync(new byte[10]));
    }

    private static S3BlobStore Store(CuttingStore cutting) =>
        new(
            new S3Options(S3Peer.Bucket)
            {
                Endpoint = cutting.Endpoint,
                AccessKey = S3Peer.AccessKey,
                SecretKey = S3Peer.SecretKey,
                PathStyle = true,
            }
        );
}

using System.Security.Cryptography;
using Troubadour.Peers;

namespace Troubadour.Storage.Tests;

/// <summary>An S3 store that goes down and comes back; with a peer of its own.</summary>
public sealed class S3OutageTests(S3Peer peer) : IClassFixture<S3Peer>
{
    [Fact]
    public async Task A_store_that_went_down_is_used_again_when_it_is_back()
    {
        var source = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(source, RandomNumberGenerator.GetBytes(9_000_000));
            using var store = peer.Store("");
            var before = await store.PutAsync("a/x", source);
            await using var open = await store.OpenAsync("a/x");

            await peer.StopAsync();
            await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync());
            await Assert.ThrowsAsync<BlobStoreException>(() => store.PutAsync("a/x", source));
            await Assert.ThrowsAnyAsync<IOException>(() => open!.CopyToAsync(Stream.Null));

            await peer.StartAsync();
            await store.ProbeAsync();
            Assert.Equal(before, await store.PutAsync("a/x", source));
            await using var again = await store.OpenAsync("a/x");
            Assert.Equal(before.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(again!)));
        }
        finally
        {
            File.Delete(source);
        }
    }
}

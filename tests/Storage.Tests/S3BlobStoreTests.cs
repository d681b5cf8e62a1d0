using System.Diagnostics.CodeAnalysis;
using System.Net;
using Troubadour.Peers;

namespace Troubadour.Storage.Tests;

/// <summary>Files in a bucket of an S3-compatible store, reached over a socket.</summary>
[Collection(S3PeerTests.Name)]
public sealed class S3BlobStoreTests(S3Peer peer) : BlobStoreContract
{
    private readonly string _prefix = $"tests/{Guid.NewGuid():N}";
    private S3.S3BlobStore? _store;

    protected override IBlobStore Store => _store ??= peer.Store(_prefix);

    [Fact]
    public async Task A_prefix_is_a_folder_and_hides_what_lies_beside_it()
    {
        using var beside = peer.Store(_prefix + "0");
        await beside.PutAsync("a/x", Source([1]));
        await PutAllAsync("a/x", "b/y");
        Assert.Equal(["a/x", "b/y"], await KeysAsync());
        await Store.DeleteFolderAsync("a");
        await using var theirs = await beside.OpenAsync("a/x");
        Assert.NotNull(theirs);
    }

    [Fact]
    public async Task An_address_gives_the_file_to_everybody_and_names_the_media_type()
    {
        await Store.PutAsync("a/x y.wav", Source([1, 2, 3, 4]));
        var link = await Store.LinkAsync("a/x y.wav", "audio/wav", TimeSpan.FromMinutes(10));
        Assert.Contains("X-Amz-Expires=600&", link!.Query, StringComparison.Ordinal);
        Assert.Contains("response-content-type=audio%2Fwav", link.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Peer.SecretKey, link.AbsoluteUri, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal([1, 2, 3, 4], await http.GetByteArrayAsync(link));
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(1, 2);
        using var part = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal([2, 3], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_a_fault_and_not_an_empty_store()
    {
        var options = peer.Options(_prefix);
        using var store = new S3.S3BlobStore(
            new S3.S3Options("no-such-bucket")
            {
                Endpoint = options.Endpoint,
                AccessKey = options.AccessKey,
                SecretKey = options.SecretKey,
                PathStyle = true,
            }
        );
        await AssertDownAsync(store);
    }

    [Fact]
    public async Task A_store_that_refuses_connections_is_a_fault_of_one_type_and_tells_no_secret()
    {
        using var store = Elsewhere(new Uri($"http://127.0.0.1:{Ports.Free()}"));
        await AssertDownAsync(store);
    }

    [Fact]
    public async Task A_store_without_credentials_to_enter_it_is_a_fault()
    {
        using var store = new S3.S3BlobStore(
            new S3.S3Options(S3Peer.Bucket) { Endpoint = new Uri($"http://127.0.0.1:{Ports.Free()}"), PathStyle = true }
        );
        await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync());
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2000", Justification = "The listener is disposed.")]
    public async Task A_store_that_accepts_and_never_answers_is_given_up()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var store = Elsewhere(new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync(patience.Token));
        await Assert.ThrowsAsync<BlobStoreException>(async () => await store.OpenAsync("a/x", patience.Token));
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation_and_no_fault()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.OpenAsync("a/x", cancelled.Token)
        );
    }

    protected override void Dispose(bool disposing)
    {
        _store?.Dispose();
        base.Dispose(disposing);
    }

    private static S3.S3BlobStore Elsewhere(Uri endpoint) =>
        new(
            new S3.S3Options(S3Peer.Bucket)
            {
                Endpoint = endpoint,
                AccessKey = S3Peer.AccessKey,
                SecretKey = S3Peer.SecretKey,
                PathStyle = true,
            }
        );

    private async Task AssertDownAsync(S3.S3BlobStore store)
    {
        var source = Source([1]);
        Func<Task>[] calls =
        [
            () => store.ProbeAsync(),
            () => store.PutAsync("a/x", source),
            async () => await store.OpenAsync("a/x"),
            async () => await store.DeleteAsync(["a/x"]),
            async () => await store.DeleteFolderAsync("a"),
            async () => await store.ListAsync().GetAsyncEnumerator().MoveNextAsync(),
        ];
        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAsync<BlobStoreException>(call);
            Assert.DoesNotContain(S3Peer.SecretKey, $"{fault}", StringComparison.Ordinal);
        }
    }
}

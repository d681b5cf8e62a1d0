using Troubadour.Server.Outgoing;

namespace Troubadour.Server.Tests.Outgoing;

/// <summary>What a name stands for is checked when it is connected to, whatever was said before.</summary>
public sealed class SafeHttpTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task A_host_that_is_not_public_is_not_connected_to(string host)
    {
        await using var listener = RawHost.Of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = SafeHttp.Public(allowsHttp: true);
        var url = new Uri($"http://{host}:{listener.Port}/");
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(url));
        Assert.Equal("its host is not public", OutgoingFault.Describe(thrown));
        Assert.Empty(listener.Requests);
    }

    [Fact]
    public async Task A_host_that_the_operator_allows_is_reached_and_no_other()
    {
        await using var listener = RawHost.Of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var http = new SafeHttp(new Destinations(["127.0.0.1"], allowsHttp: false));
        using var good = new HttpRequestMessage(HttpMethod.Get, listener.Root);
        using var answer = await http.SendAsync(good, CancellationToken.None);
        Assert.Equal(200, (int)answer.StatusCode);
        using var bad = new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{listener.Port}/");
        await Assert.ThrowsAsync<FormatException>(() => http.SendAsync(bad, CancellationToken.None));
        Assert.Single(listener.Requests);
    }

    [Fact]
    public async Task No_proxy_cookie_or_redirect_takes_part()
    {
        await using var elsewhere = RawHost.Of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var listener = RawHost.Of(
            $"HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: {elsewhere.Root}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        );
        using var http = new SafeHttp(new Destinations(["127.0.0.1"], allowsHttp: false));
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, listener.Root);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            Assert.Equal(302, (int)answer.StatusCode);
        }

        Assert.Empty(elsewhere.Requests);
        Assert.All(
            listener.Requests,
            head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Words_for_what_went_wrong_tell_nothing_internal()
    {
        var inner = new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused);
        var words = OutgoingFault.Describe(new HttpRequestException("Connection refused (10.0.0.7:443)", inner));
        Assert.Equal("the connection was refused", words);
        Assert.Equal("the connection failed", OutgoingFault.Describe(new IOException("/secret/path")));
        Assert.Null(OutgoingFault.Describe(new InvalidOperationException("a defect of ours")));
    }
}

using CsCheck;
using Troubadour.Server.Outgoing;

namespace Troubadour.Server.Tests.Outgoing;

/// <summary>Which addresses callers may have the server call.</summary>
public sealed class DestinationsTests
{
    [Theory]
    [InlineData("https://example.com/hook?x=1#y")]
    [InlineData("HTTPS://EXAMPLE.com:443/hook")]
    [InlineData("https://93.184.216.34/")]
    [InlineData("https://[2606:2800:220:1:248:1893:25c8:1946]/")]
    [InlineData("https://bücher.example/")]
    public void Public_hosts_by_https_on_the_usual_port_are_allowed(string url) =>
        Assert.Equal("https", new Destinations([], allowsHttp: false).Read(url).Scheme);

    [Theory]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://intranet/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://0/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://１２７.０.０.１/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.0.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://168.63.129.16/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[0:0:0:0:0:ffff:a00:1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://999.1.1.1/")]
    [InlineData("https://1.2.3.4.5/")]
    public void Hosts_that_are_not_public_are_refused_in_every_spelling(string url) =>
        Assert.Contains("public host", Refusal(url), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://example.com/", "https://")]
    [InlineData("https://example.com:8443/", "port")]
    [InlineData("https://example.com:80/", "port")]
    [InlineData("https://user@example.com/", "user name")]
    [InlineData("https://user:word@example.com/", "user name")]
    [InlineData("https://@example.com/", "user name")]
    [InlineData("ftp://example.com/", "address such as")]
    [InlineData("file:///etc/passwd", "address such as")]
    [InlineData("javascript:alert(1)", "address such as")]
    [InlineData("//example.com/", "address such as")]
    [InlineData("/etc/passwd", "address such as")]
    [InlineData("https:example.com", "address such as")]
    [InlineData("https://", "address such as")]
    [InlineData("https:///path", "address such as")]
    [InlineData("https://example.com\\@127.0.0.1/", "address such as")]
    [InlineData("https://example.com/a b", "address such as")]
    [InlineData("https://example.com/\r\nX: y", "address such as")]
    [InlineData(" https://example.com/", "address such as")]
    [InlineData("https://example.com\u0000.evil/", "address such as")]
    public void What_is_no_plain_https_address_is_refused(string url, string sentence) =>
        Assert.Contains(sentence, Refusal(url), StringComparison.Ordinal);

    [Fact]
    public void An_address_may_have_1024_characters_and_no_more()
    {
        var longest = "https://example.com/".PadRight(Destinations.LongestUrl, 'x');
        new Destinations([], allowsHttp: false).Read(longest);
        Assert.Contains("1025 characters", Refusal(longest + "x"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/hook", true)]
    [InlineData("http://127.1:8080/hook", true)]
    [InlineData("https://receiver:9000/", true)]
    [InlineData("http://RECEIVER/", true)]
    [InlineData("http://[::1]:81/", true)]
    [InlineData("http://127.0.0.2/", false)]
    [InlineData("http://receiver.example/", false)]
    [InlineData("http://my.receiver/", false)]
    [InlineData("http://[::ffff:127.0.0.1]/", false)]
    public void Hosts_that_the_operator_names_are_allowed_exactly(string url, bool isAllowed)
    {
        var destinations = new Destinations(["127.0.0.1", "Receiver", "::1"], allowsHttp: false);
        if (isAllowed)
        {
            Assert.True(destinations.IsAllowedByName(destinations.Read(url)));
        }
        else
        {
            Assert.Throws<FormatException>(() => destinations.Read(url));
        }
    }

    [Fact]
    public void Where_http_will_do_it_has_its_own_port()
    {
        var destinations = new Destinations([], allowsHttp: true);
        destinations.Read("http://example.com/a.mp3");
        destinations.Read("https://example.com/a.mp3");
        Assert.Throws<FormatException>(() => destinations.Read("http://example.com:8080/a.mp3"));
        Assert.Throws<FormatException>(() => destinations.Read("http://127.0.0.1/a.mp3"));
    }

    [Fact]
    public void Whatever_is_written_is_read_or_refused_with_a_sentence()
    {
        string[] pieces =
        [
            "https://",
            "http://",
            "HTTPS:",
            "//",
            "@",
            ":",
            "/",
            "\\",
            "?",
            "#",
            "%00",
            "%",
            "[",
            "]",
            "::",
            "..",
            ".",
            "127",
            "0x7f",
            "localhost",
            "example.com",
            "xn--",
            "xn--a",
            "ß",
            "。",
            "\u202e",
            "\ud800",
            "\0",
            "\n",
            " ",
            "65536",
            "443",
            "-1",
            "fe80%1",
        ];
        var destinations = new Destinations(["localhost"], allowsHttp: true);
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.String)
            .Array[0, 8]
            .Select(string.Concat)
            .Sample(text =>
            {
                try
                {
                    var url = destinations.Read("https://" + text);
                    Assert.NotEmpty(url.IdnHost);
                }
                catch (FormatException e)
                {
                    Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                }
            });
    }

    private static string Refusal(string url) =>
        Assert.Throws<FormatException>(() => new Destinations([], allowsHttp: false).Read(url)).Message;
}

using System.Net;
using Microsoft.Security.AntiSSRF;

namespace Troubadour.Server.Outgoing;

/// <summary>
/// Where the server may send requests that callers ask for: public hosts on the usual ports, and hosts that the operator allows by
/// name. What a name stands for is checked again by <see cref="SafeHttp"/> when it connects.
/// </summary>
internal sealed class Destinations
{
    /// <summary>Characters that an address may have where nothing else is said.</summary>
    public const int LongestUrl = 1_024;

    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private static readonly string[] PrivateEndings = ["localhost", "local", "internal", "lan", "home.arpa", "onion"];

    private readonly HashSet<string> _allowed;
    private readonly bool _allowsHttp;
    private readonly int _longest;
    private readonly IReadOnlyList<IPNetwork> _denied;

    /// <param name="allowPrivate">Names and addresses that may be private, by http and on any port.</param>
    /// <param name="allowsHttp">Whether http, on port 80, will do for public hosts too.</param>
    /// <param name="longest">Characters that an address may have.</param>
    public Destinations(IEnumerable<string> allowPrivate, bool allowsHttp, int longest = LongestUrl)
    {
        _longest = longest;
        _allowed = allowPrivate.Select(Canonical).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _allowsHttp = allowsHttp;
        _denied =
        [
            .. new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).DeniedAddresses.Select(n =>
                IPNetwork.Parse(n)
            ),
        ];
    }

    /// <summary>Whether requests may go over http to public hosts.</summary>
    public bool AllowsHttp => _allowsHttp;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is not allowed; the message says why and continues a field's name.</exception>
    public Uri Read(string text)
    {
        if (text.Length > _longest)
        {
            throw new FormatException($"has {text.Length} characters; at most {_longest} are allowed.");
        }

        var url = Parse(text);
        if (IsAllowedByName(url))
        {
            return url;
        }

        if (url.Scheme != Uri.UriSchemeHttps && !_allowsHttp)
        {
            throw new FormatException("must start with https://.");
        }

        var usual = url.Scheme == Uri.UriSchemeHttps ? HttpsPort : HttpPort;
        if (url.Port != usual)
        {
            throw new FormatException($"must use the usual port, {usual}.");
        }

        return IsPublic(url) ? url : throw new FormatException("must name a public host.");
    }

    /// <summary>True for hosts that the operator allows, exactly as named.</summary>
    public bool IsAllowedByName(Uri url) => _allowed.Contains(Canonical(url.IdnHost));

    private static Uri Parse(string text)
    {
        var isWeb =
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (
            !isWeb
            || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\')
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || HostOf(url).Length == 0
        )
        {
            throw new FormatException("must be an address such as https://example.com/path.");
        }

        return url.UserInfo.Length == 0 && !Authority(text).Contains('@', StringComparison.Ordinal)
            ? url
            : throw new FormatException("must not carry a user name or a password.");
    }

    private static string Authority(string text)
    {
        var start = text.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = text.AsSpan(start).IndexOfAny("/?#");
        return end < 0 ? text[start..] : text.Substring(start, end);
    }

    private static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    private bool IsPublic(Uri url)
    {
        var host = Canonical(url.IdnHost);
        if (IPAddress.TryParse(host, out var address))
        {
            return IsPublic(address);
        }

        var labels = host.Split('.');
        // A last label that starts with a digit is an address in a spelling of its own, never a public name.
        return labels.Length > 1
            && labels.All(label => label.Length > 0)
            && !char.IsAsciiDigit(labels[^1][0])
            && !Array.Exists(
                PrivateEndings,
                ending =>
                    host.Equals(ending, StringComparison.OrdinalIgnoreCase)
                    || host.EndsWith("." + ending, StringComparison.OrdinalIgnoreCase)
            );
    }

    private bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !_denied.Any(network =>
            network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain)
        );
    }

    private static string Canonical(string host)
    {
        var bare = host.TrimEnd('.').Trim('[', ']');
        return IPAddress.TryParse(bare, out var address) ? address.ToString() : bare;
    }
}

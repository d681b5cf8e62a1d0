using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Troubadour.Server.Hooks;

/// <summary>Signs webhooks: HMAC-SHA256 over the timestamp, a dot and the body's bytes (contract 8).</summary>
internal static class WebhookSignature
{
    /// <summary>The value of X-Webhook-Signature.</summary>
    /// <param name="secret">The key, as UTF-8.</param>
    /// <param name="unixSeconds">The value of X-Webhook-Timestamp.</param>
    /// <param name="body">Exactly what is sent.</param>
    public static string Of(string secret, long unixSeconds, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(unixSeconds.ToString(CultureInfo.InvariantCulture) + "."));
        mac.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(mac.GetHashAndReset());
    }
}

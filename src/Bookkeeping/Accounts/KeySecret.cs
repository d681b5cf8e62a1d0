using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Troubadour.Bookkeeping;

/// <summary>The text of a key: 256 random bits after "sk-". So much entropy needs no slow hash.</summary>
public static class KeySecret
{
    private const int PrefixLength = 8;

    /// <summary>A fresh secret.</summary>
    public static string New() => "sk-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The stored form: SHA-256 of the UTF-8 text in lower-case hexadecimal.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The first characters of the secret, for display.</summary>
    public static string Prefix(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret[..Math.Min(PrefixLength, secret.Length / 2)];
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Http;

/// <summary>Reads the Idempotency-Key header.</summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 255;

    /// <summary>The key with the hash of method, path and body; null when the header is absent.</summary>
    public static IdempotencyKey? Of(HttpContext context, byte[] body)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return null;
        }

        if (key.Length > LongestKey)
        {
            throw ApiException.BadRequest($"The {Header} header has more than {LongestKey} characters.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}\n"));
        hash.AppendData(body);
        return new IdempotencyKey(key, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Names a take by all that makes it: singer, code, score, voice and seed.</summary>
internal static class TakeKey
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Of(string fingerprint, PhraseScore score, VoiceSpec voice, long seed)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{fingerprint}\n{seed}\n{JsonSerializer.Serialize(voice)}\n{JsonSerializer.Serialize(score)}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

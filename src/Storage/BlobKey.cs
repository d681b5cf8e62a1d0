using System.Text;

namespace Troubadour.Storage;

/// <summary>
/// The rules of keys, the same for every store: names parted by single forward slashes, none of them empty, "." or "..", without
/// control characters and backslashes, at most 200 bytes of UTF-8 a name and 900 in all.
/// </summary>
public static class BlobKey
{
    private const int LongestName = 200;
    private const int LongestKey = 900;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Gives the key back when it keeps the rules.</summary>
    /// <exception cref="ArgumentException">It breaks one.</exception>
    public static string Check(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Utf8.GetByteCount(key) > LongestKey)
        {
            throw new ArgumentException("The key is too long.", nameof(key));
        }

        foreach (var name in key.Split('/'))
        {
            if (name is "" or "." or "..")
            {
                throw new ArgumentException($"The key '{key}' leaves the store.", nameof(key));
            }

            if (
                Utf8.GetByteCount(name) > LongestName
                || name.Any(c => c is '\\' or '\ufffe' or '\uffff' || char.IsControl(c))
            )
            {
                throw new ArgumentException("The key has a name that no store takes.", nameof(key));
            }
        }

        return key;
    }
}

using System.Globalization;
using Troubadour.Server.Working;

namespace Troubadour.Server.Keeping;

/// <summary>Recognises the keys that files of clips have: folder of the clip, number of the attempt, name.</summary>
internal static class ClipKey
{
    private const int Parts = 4;

    /// <summary>The clip that a key belongs to; null for a key that is not of our making.</summary>
    public static string? ClipOf(string key)
    {
        var parts = key.Split('/');
        return
            parts.Length == Parts
            && Guid.TryParseExact(parts[1], "D", out _)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && key.StartsWith(ClipFiles.Folder(parts[1]) + "/", StringComparison.Ordinal)
            ? parts[1]
            : null;
    }
}

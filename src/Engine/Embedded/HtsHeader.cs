using System.Text;

namespace Troubadour.Engine;

/// <summary>
/// What the header of an .htsvoice file says about its fitness: labels of English, streams of mel-cepstra and log F0 (HTS voice format 1.0).
/// The rest shows when the voice is loaded.
/// </summary>
internal static class HtsHeader
{
    private const int Longest = 1 << 16;
    private const string EnglishLabels = "HTS_TTS_ENG";

    private static readonly string[] Streams = ["MCP", "LF0"];

    /// <summary>Why the voice cannot sing here, as the end of a sentence; null when nothing is in the way.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Fault(string path)
    {
        var header = Read(path);
        if (Value(header, "FULLCONTEXT_FORMAT") is { } labels && labels != EnglishLabels)
        {
            return $"it speaks labels of the form {labels}, and only {EnglishLabels} is supported";
        }

        if (Value(header, "STREAM_TYPE") is not { } types)
        {
            return "it is no HTS voice of the format 1.0";
        }

        var missing = Streams.Except(types.Split(',')).ToList();
        return missing.Count == 0
            ? null
            : $"it has the streams {types}, and {string.Join(" and ", missing)} must be among them";
    }

    private static string[] Read(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(Longest, file.Length)];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes).Split('\n');
    }

    private static string? Value(string[] header, string key)
    {
        var line = header
            .TakeWhile(line => line != "[DATA]")
            .FirstOrDefault(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        var value = line?[(key.Length + 1)..].Trim();
        return value?.Length > 100 ? value[..100] : value;
    }
}

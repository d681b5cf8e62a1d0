namespace Troubadour.Lyrics;

/// <summary>The files that are part of this assembly.</summary>
internal static class Resource
{
    /// <summary>The graphone models that <c>bench/Lyrics.Bench</c> has trained.</summary>
    public static Stream Graphones() => typeof(Resource).Assembly.GetManifestResourceStream("Graphones.English")!;

    /// <summary>Lines that are neither empty nor comments.</summary>
    public static IEnumerable<string> Lines(string name, string folder = "Pronunciation")
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"{folder}.{name}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}

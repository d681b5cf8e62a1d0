namespace Troubadour.Lyrics;

/// <summary>The small text files that are part of this assembly.</summary>
internal static class Resource
{
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

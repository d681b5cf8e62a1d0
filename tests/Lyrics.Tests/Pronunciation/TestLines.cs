namespace Troubadour.Lyrics.Tests;

/// <summary>The text files of this folder.</summary>
internal static class TestLines
{
    /// <summary>Lines that are neither empty nor comments, cut at the last " : ".</summary>
    public static TheoryData<string, string> Of(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Pronunciation", file)))
        {
            var at = line.LastIndexOf(" : ", StringComparison.Ordinal);
            if (at > 0 && line[0] != '#')
            {
                data.Add(line[..at], line[(at + 3)..]);
            }
        }

        return data;
    }
}

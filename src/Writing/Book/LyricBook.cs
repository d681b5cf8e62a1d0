using System.Collections.Immutable;
using System.Text.Json;

namespace Troubadour.Writing;

/// <summary>All that the house writer knows: themes, frames for the words of descriptions, classes of words.</summary>
internal sealed class LyricBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private LyricBook(ImmutableArray<Theme> themes, ImmutableArray<Theme> frames, WordClasses words)
    {
        Themes = themes;
        Frames = frames;
        Words = words;
    }

    /// <summary>The themes by name; "any" is the one for descriptions that call for none.</summary>
    public ImmutableArray<Theme> Themes { get; }

    /// <summary>Blocks with slots for the words of descriptions.</summary>
    public ImmutableArray<Theme> Frames { get; }

    /// <summary>What kinds of words there are.</summary>
    public WordClasses Words { get; }

    /// <summary>Reads the folder "styles/lyrics".</summary>
    /// <exception cref="LyricBookException">A file is missing or a block cannot be sung.</exception>
    public static LyricBook Load(string folder, Scanner scanner)
    {
        var words = Path.Combine(folder, "words.json");
        if (!File.Exists(words))
        {
            throw new LyricBookException($"The lyrics folder '{folder}' is missing or has no words.json.");
        }

        var themes = Themed(Path.Combine(folder, "themes"), scanner);
        if (!themes.Any(theme => theme.Name == "any"))
        {
            throw new LyricBookException($"The lyrics folder '{folder}' has no themes/any.json.");
        }

        var classes = new WordClasses(Read<Dictionary<string, string>>(words));
        return new LyricBook(themes, Themed(Path.Combine(folder, "frames"), scanner), classes);
    }

    private static ImmutableArray<Theme> Themed(string folder, Scanner scanner)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        Array.Sort(files, StringComparer.Ordinal);
        return
        [
            .. files.Select(file =>
            {
                try
                {
                    return Read<ThemeFile>(file).Read(Path.GetFileNameWithoutExtension(file), scanner);
                }
                catch (FormatException e)
                {
                    throw new LyricBookException($"{Path.GetFileName(file)}: {e.Message}", e);
                }
            }),
        ];
    }

    private static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json)
                ?? throw new LyricBookException($"{Path.GetFileName(file)} is empty.");
        }
        catch (JsonException e)
        {
            throw new LyricBookException($"{Path.GetFileName(file)}: {e.Message}", e);
        }
    }
}

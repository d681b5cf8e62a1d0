using System.Text.Json;
using System.Text.Json.Nodes;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Arranging;

/// <summary>Songs of shipped styles with something of them changed.</summary>
internal static class Workshop
{
    private static readonly JsonDocumentOptions Loose = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>A composer whose styles are the shipped ones, each changed.</summary>
    public static Composer With(Action<JsonObject> change)
    {
        var folder = Directory.CreateTempSubdirectory("styles").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Room.StylesFolder, "*.json", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(Room.StylesFolder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, Changed(file, change));
            }

            var words = Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out");
            return new Composer(StyleLibrary.Load(folder), words);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Songs of three minutes in every second vocal genre, with so many seeds each.</summary>
    public static IReadOnlyList<Song> Sing(Composer composer, int seeds) =>
        [
            .. Room
                .Library.VocalGenres.Keys.Where((_, i) => i % 2 == 0)
                .SelectMany(genre => Enumerable.Range(1, seeds).Select(seed => (genre, seed)))
                .AsParallel()
                .AsOrdered()
                .Select(pair =>
                    composer.Compose(
                        new SongBrief
                        {
                            Lyrics = Words.Driving,
                            Genres = [pair.genre],
                            Seconds = 180,
                            Seed = pair.seed,
                        }
                    )
                ),
        ];

    /// <summary>Changes one number or word of a style's object.</summary>
    public static void Set(this JsonObject style, string part, string field, JsonNode value)
    {
        var inner = style[part]?.AsObject() ?? (JsonObject)(style[part] = new JsonObject())!;
        inner[field] = value;
    }

    private static string Changed(string file, Action<JsonObject> change)
    {
        var text = File.ReadAllText(file);
        if (Path.GetDirectoryName(file) != Room.StylesFolder)
        {
            return text;
        }

        var style = JsonNode.Parse(text, documentOptions: Loose)!.AsObject();
        change(style);
        return style.ToJsonString();
    }
}

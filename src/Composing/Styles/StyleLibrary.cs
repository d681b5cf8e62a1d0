using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troubadour.Composing;

/// <summary>All style files and value files of a folder, read and checked once.</summary>
public sealed class StyleLibrary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private StyleLibrary(string folder)
    {
        Fills = Directory
            .EnumerateFiles(Path.Combine(folder, "fills"), "*.json")
            .ToImmutableSortedDictionary(Family, Read<FillSheet>, StringComparer.Ordinal);
        foreach (var (family, fills) in Fills)
        {
            DrumCheck.Check(family, fills);
        }

        Feels = Sorted(Read<Dictionary<string, DrumFeel>>(Path.Combine(folder, "feel", "drums.json")));
        foreach (var (name, feel) in Feels)
        {
            StyleCheck.Check(name, feel);
        }

        Styles = Directory
            .EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(Read<StyleSheet>)
            .Select(WithFills)
            .Select(WithDrummer)
            .ToImmutableSortedDictionary(style => style.Id, style => style, StringComparer.Ordinal);
        foreach (var style in Styles.Values)
        {
            StyleCheck.Check(style);
        }

        string Value(string name) => Path.Combine(folder, "values", name + ".json");
        VocalGenres = Sorted(
            Read<Dictionary<string, ImmutableSortedDictionary<string, double>>>(Value("vocal-genres"))
        );
        BgmGenres = Sorted(Read<Dictionary<string, Effect>>(Value("bgm-genres")));
        Moods = Sorted(Read<Dictionary<string, Effect>>(Value("moods")));
        Themes = Sorted(Read<Dictionary<string, Effect>>(Value("themes")));
        Instruments = Sorted(Read<Dictionary<string, InstrumentValue>>(Value("instruments")));
        Predictions = Read<Predictions>(Value("predictions"));
        Sung = Read<MelodyStatistics>(Path.Combine(folder, "melody", "sung.json"));
        Forms = Formed(Path.Combine(folder, "forms", "instrumental.json"));
        Schemes = Schemed(Path.Combine(folder, "melody", "schemes.json"));
        CheckReferences();
        Words = WordLists.Load(Path.Combine(folder, "words"), this);
    }

    /// <summary>Styles by id.</summary>
    public ImmutableSortedDictionary<string, StyleSheet> Styles { get; }

    /// <summary>Fills by the name of a family of styles.</summary>
    public ImmutableSortedDictionary<string, FillSheet> Fills { get; }

    /// <summary>How drummers play, by the name that a style's drums give.</summary>
    public ImmutableSortedDictionary<string, DrumFeel> Feels { get; }

    /// <summary>The 23 vocal genres and the styles of each by weight; the heaviest is the genre's own.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> VocalGenres { get; }

    /// <summary>The 47 instrumental genres.</summary>
    public ImmutableSortedDictionary<string, Effect> BgmGenres { get; }

    /// <summary>The 13 vocal and 52 instrumental moods.</summary>
    public ImmutableSortedDictionary<string, Effect> Moods { get; }

    /// <summary>The 28 themes.</summary>
    public ImmutableSortedDictionary<string, Effect> Themes { get; }

    /// <summary>The 25 instruments.</summary>
    public ImmutableSortedDictionary<string, InstrumentValue> Instruments { get; }

    /// <summary>How sung melodies move.</summary>
    internal MelodyStatistics Sung { get; }

    /// <summary>How instrumentals are laid out.</summary>
    internal ImmutableArray<InstrumentalForms> Forms { get; }

    /// <summary>How the lines of a section answer each other.</summary>
    internal LineSchemes Schemes { get; }

    /// <summary>What words in free text mean.</summary>
    public WordLists Words { get; }

    /// <summary>What predicts missing values.</summary>
    public Predictions Predictions { get; }

    /// <summary>Reads a folder of styles.</summary>
    /// <exception cref="StyleException">A file is missing or says something impossible.</exception>
    public static StyleLibrary Load(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "values")))
        {
            throw new StyleException($"The styles folder '{folder}' is missing or has no 'values' folder.");
        }

        return new StyleLibrary(folder);
    }

    private static T Checked<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new StyleException($"{Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    private static LineSchemes Schemed(string path) =>
        Checked(path, () => new LineSchemes(Read<Dictionary<string, ImmutableArray<string>>>(path)));

    private static ImmutableArray<InstrumentalForms> Formed(string path) =>
        Checked(
            path,
            () =>
            {
                var forms = Read<ImmutableArray<InstrumentalForms>>(path);
                InstrumentalForms.Check(forms);
                return forms;
            }
        );

    private static T Read<T>(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new StyleException($"{path} is empty.");
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StyleException($"{Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    private static ImmutableSortedDictionary<string, T> Sorted<T>(Dictionary<string, T> values) =>
        values.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private StyleSheet WithFills(StyleSheet style) =>
        Fills.TryGetValue(style.Family, out var fills)
            ? style with
            {
                Fills = fills,
            }
            : throw new StyleException($"Style '{style.Id}': there is no family '{style.Family}' in the fills folder.");

    private StyleSheet WithDrummer(StyleSheet style) =>
        Feels.TryGetValue(style.Drums.Feel, out var feel)
            ? style with
            {
                Drummer = feel,
            }
            : throw new StyleException(
                $"Style '{style.Id}': there is no feel '{style.Drums.Feel}'; allowed are {string.Join(", ", Feels.Keys)}."
            );

    private static string Family(string path) => Path.GetFileNameWithoutExtension(path);

    private void CheckReferences()
    {
        ValueCheck.Effects("bgm genre", BgmGenres);
        ValueCheck.Effects("mood", Moods);
        ValueCheck.Effects("theme", Themes);
        ValueCheck.Instruments(Instruments);
        foreach (var (genre, weights) in VocalGenres)
        {
            ValueCheck.Weights("genre", genre, weights.Values);
            ValueCheck.Own(genre, weights.Values);
        }

        foreach (var (genre, effect) in BgmGenres)
        {
            ValueCheck.Weights("bgm genre", genre, effect.Styles.Values);
        }

        var named = VocalGenres
            .Values.SelectMany(weights => weights.Keys)
            .Concat(BgmGenres.Values.SelectMany(e => e.Styles.Keys))
            .Concat(Themes.Values.SelectMany(e => e.Styles.Keys));
        foreach (var id in named)
        {
            if (!Styles.ContainsKey(id))
            {
                throw new StyleException($"A values file names the style '{id}', which has no file.");
            }
        }
    }
}

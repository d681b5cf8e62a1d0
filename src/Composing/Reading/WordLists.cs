using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troubadour.Composing;

/// <summary>All files of styles/words, checked, with the contract's values and the styles' own names added to them.</summary>
public sealed class WordLists
{
    private const string GrammarFile = "grammar.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly FrozenDictionary<string, ImmutableArray<WordEntry>> _byPhrase;
    private readonly FrozenDictionary<string, WordEntry> _byName;

    private WordLists(string folder, StyleLibrary library)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) != GrammarFile)
            .Select(path => (Name: Path.GetFileName(path), Entries: Read<ImmutableArray<WordEntry>>(path)))
            .ToList();
        var index = new PhraseIndex();
        foreach (var (name, entries) in files)
        {
            index.Add(name, entries);
        }

        Entries = [.. files.SelectMany(file => file.Entries)];
        new WordCheck(library).Check(files.Select(file => (file.Name, file.Entries)), Entries);
        Grammar = Read<Grammar>(Path.Combine(folder, GrammarFile));
        index.AddNames(library);
        _byPhrase = index.Freeze();
        LongestPhrase = _byPhrase.Keys.Max(phrase => phrase.Count(c => c == ' ')) + 1;
        _byName = Entries
            .Where(entry => entry.Removes is not null)
            .ToFrozenDictionary(entry => entry.Name, entry => entry, StringComparer.Ordinal);
        SongMoods = Entries
            .Where(entry => entry is { Mood: not null, SongMood: not null })
            .GroupBy(entry => entry.Mood!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.First().SongMood!, StringComparer.Ordinal);
    }

    /// <summary>The entries of all files in order.</summary>
    public ImmutableArray<WordEntry> Entries { get; }

    /// <summary>The small words.</summary>
    public Grammar Grammar { get; }

    /// <summary>For each mood of instrumentals the song mood that comes nearest.</summary>
    public ImmutableSortedDictionary<string, string> SongMoods { get; }

    /// <summary>Words of the longest phrase.</summary>
    public int LongestPhrase { get; }

    /// <summary>Reads and checks the word lists of a styles folder.</summary>
    /// <exception cref="StyleException">A file is missing or says something impossible.</exception>
    public static WordLists Load(string folder, StyleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return Directory.Exists(folder)
            ? new WordLists(folder, library)
            : throw new StyleException($"The folder of word lists '{folder}' is missing.");
    }

    /// <summary>What a phrase in its normalised form means; nothing when it is unknown.</summary>
    public ImmutableArray<WordEntry> Find(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (_byPhrase.TryGetValue(phrase, out var entries))
        {
            return entries;
        }

        var plural = phrase.Length > 3 && phrase[^1] == 's' && phrase[^2] != 's';
        return plural ? _byPhrase.GetValueOrDefault(phrase[..^1], []) : [];
    }

    /// <summary>What ruling an instrument out removes.</summary>
    public Removal RemovalOf(string name) => _byName.TryGetValue(name, out var entry) ? entry.Removes! : new Removal();

    /// <summary>The instrument to take when the named one's own sound is ruled out; null for none.</summary>
    public string? InsteadOf(string name) => _byName.GetValueOrDefault(name)?.Or;

    private static T Read<T>(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new StyleException($"{path} is empty.");
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            throw new StyleException($"words/{Path.GetFileName(path)}: {e.Message}", e);
        }
    }
}

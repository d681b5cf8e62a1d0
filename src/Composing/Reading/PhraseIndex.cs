using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Collects what each phrase means.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<WordEntry>> _byPhrase = new(StringComparer.Ordinal);

    /// <summary>Adds a file's entries.</summary>
    /// <exception cref="StyleException">A phrase is empty or stands in the file twice.</exception>
    public void Add(string file, ImmutableArray<WordEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var word in entry.Words)
            {
                var phrase = Tokenizer.Normalise(word);
                if (phrase.Length == 0)
                {
                    throw new StyleException($"words/{file}: '{word}' has no letters.");
                }

                if (!seen.Add(phrase))
                {
                    throw new StyleException($"words/{file}: '{word}' stands there twice.");
                }

                Add(phrase, entry);
            }
        }
    }

    /// <summary>Adds the names of styles and of the contract's values, where no file gives such a meaning to the same words.</summary>
    public void AddNames(StyleLibrary library)
    {
        foreach (var style in library.Styles.Values)
        {
            Own(style.Id, style.Id, library);
            Own(style.Name, style.Id, library);
        }

        foreach (var (name, weights) in library.VocalGenres)
        {
            AddStyle(name, weights);
        }

        foreach (var (name, effect) in library.BgmGenres)
        {
            var styles = effect.Styles.ToImmutableSortedDictionary(StringComparer.Ordinal);
            AddName(
                name,
                e => e.Genre is not null,
                w => new WordEntry
                {
                    Words = w,
                    Genre = name,
                    Styles = styles,
                    Leans = true,
                }
            );
        }

        foreach (var name in library.Moods.Keys.Where(name => char.IsLower(name[0])))
        {
            AddName(name, e => e.Mood is not null, w => new WordEntry { Words = w, Mood = name });
        }

        foreach (var name in library.Themes.Keys)
        {
            AddName(name, e => e.Theme is not null, w => new WordEntry { Words = w, Theme = name });
        }

        foreach (var name in library.Instruments.Keys)
        {
            AddName(name, e => e.Instrument is not null, w => new WordEntry { Words = w, Instrument = name });
        }
    }

    public FrozenDictionary<string, ImmutableArray<WordEntry>> Freeze() =>
        _byPhrase.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, double> One(string id) =>
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal).Add(id, 1);

    // A style's own name means that style before it means any others that a list gives for it; a style that is called like an
    // instrument is meant only by its id.
    private void Own(string name, string id, StyleLibrary library)
    {
        if (library.Instruments.Keys.Any(instrument => Tokenizer.Normalise(instrument) == Tokenizer.Normalise(name)))
        {
            return;
        }

        var entries = _byPhrase.GetValueOrDefault(Tokenizer.Normalise(name)) ?? [];
        var others = entries.FindAll(entry => !entry.Leans && entry.Styles.Keys.Any(other => other != id));
        entries.RemoveAll(others.Contains);
        entries.AddRange(others.Select(entry => entry with { Styles = entry.Styles.Clear() }));
        AddStyle(name, One(id));
    }

    private void AddStyle(string name, ImmutableSortedDictionary<string, double> weights) =>
        AddName(name, e => !e.Styles.IsEmpty && !e.Leans, w => new WordEntry { Words = w, Styles = weights });

    private void AddName(string name, Predicate<WordEntry> isThere, Func<ImmutableArray<string>, WordEntry> make)
    {
        var phrase = Tokenizer.Normalise(name);
        if (!_byPhrase.TryGetValue(phrase, out var entries) || !entries.Exists(isThere))
        {
            Add(phrase, make([name]));
        }
    }

    private void Add(string phrase, WordEntry entry)
    {
        if (!_byPhrase.TryGetValue(phrase, out var entries))
        {
            _byPhrase[phrase] = entries = [];
        }

        entries.Add(entry);
    }
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks the word lists against the styles and the contract's values, and says in a sentence what is wrong.</summary>
internal sealed class WordCheck(StyleLibrary library)
{
    public void Check(
        IEnumerable<(string File, ImmutableArray<WordEntry> Entries)> files,
        ImmutableArray<WordEntry> all
    )
    {
        var removable = all.Where(e => e.Removes is not null).Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (file, entry) in files.SelectMany(file => file.Entries.Select(entry => (file.File, entry))))
        {
            if (entry.Words.IsDefaultOrEmpty)
            {
                throw new StyleException($"words/{file}: an entry has no words.");
            }

            CheckNames(file, entry);
            CheckMusic(file, entry);
            Among(file, entry, "without", entry.Without.Where(name => !removable.Contains(name)));
            Among(file, entry, "or", entry.Or is { } or && !library.Instruments.ContainsKey(or) ? [or] : []);
        }

        var twice = all.Where(e => e.Removes is not null).GroupBy(e => e.Name).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new StyleException($"words: two entries say what '{twice.Key}' removes.");
        }

        var said = all.Where(e => e.SongMood is not null).Select(e => e.Mood).ToHashSet(StringComparer.Ordinal);
        var silent = library.Moods.Keys.FirstOrDefault(name => char.IsLower(name[0]) && !said.Contains(name));
        if (silent is not null)
        {
            throw new StyleException($"words: no entry gives the mood '{silent}' its songMood.");
        }
    }

    private void CheckNames(string file, WordEntry entry)
    {
        Among(file, entry, "style", entry.Styles.Keys.Where(id => !library.Styles.ContainsKey(id)));
        Among(file, entry, "weight", entry.Styles.Where(pair => pair.Value <= 0).Select(pair => pair.Key));
        Known(file, entry, "genre", entry.Genre, library.BgmGenres.ContainsKey);
        Known(file, entry, "mood", entry.Mood, library.Moods.ContainsKey);
        Known(file, entry, "songMood", entry.SongMood, library.Predictions.MoodGenres.ContainsKey);
        Known(file, entry, "theme", entry.Theme, library.Themes.ContainsKey);
        Known(file, entry, "instrument", entry.Instrument, library.Instruments.ContainsKey);
        Known(file, entry, "meter", entry.Meter, text => Meter.TryParse(text, out _));
        Known(file, entry, "mode", entry.Mode, text => text is "major" or "minor");
    }

    private static void CheckMusic(string file, WordEntry entry)
    {
        var tempo = entry.Tempo;
        if (!tempo.IsEmpty && (tempo.Length != 2 || tempo[0] < 40 || tempo[1] > 240 || tempo[0] > tempo[1]))
        {
            throw Wrong(file, entry, "tempo needs a slowest and a fastest value between 40 and 240");
        }

        if (entry.Removes is { } removes)
        {
            Among(file, entry, "drum", removes.Drums.Where(drum => !DrumKeys.ByName.ContainsKey(drum)));
            var odd = removes.Programs.Concat(removes.Kits).Where(number => number is < 0 or > 127);
            Among(file, entry, "program", odd.Select(number => $"{number}"));
        }

        if (entry.Effect is { } effect && effect != effect.Clamped())
        {
            throw Wrong(file, entry, "the effect is outside the ranges of docs/styles.md");
        }
    }

    private static void Known(string file, WordEntry entry, string field, string? value, Predicate<string> isKnown) =>
        Among(file, entry, field, value is null || isKnown(value) ? [] : [value]);

    private static void Among(string file, WordEntry entry, string field, IEnumerable<string> unknown)
    {
        if (unknown.FirstOrDefault() is { } name)
        {
            throw Wrong(file, entry, $"there is no {field} '{name}'");
        }
    }

    private static StyleException Wrong(string file, WordEntry entry, string what) =>
        new($"words/{file}: at '{entry.Words[0]}' {what}.");
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Chooses the style of a song, and the genre that comes nearest to a style.</summary>
internal sealed class StyleChoice(StyleLibrary library)
{
    private const double ThemeWeight = 0.4;
    private const string Usual = "corporate";

    /// <summary>One of the styles that the brief asks for, by weight; one that is written in the metre asked for when there is any.</summary>
    public StyleSheet Choose(SongBrief brief, Reading reading, StyleKnob knob, RandomStream random)
    {
        var weights = brief.Styles.IsEmpty ? Refined(OfGenres(brief), reading.Styles) : brief.Styles;
        var candidates = weights
            .Where(pair => pair.Value > 0 && library.Styles.ContainsKey(pair.Key))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var meter = (brief.Meter ?? reading.Meter)?.ToString();
        var fitting = candidates.FindAll(pair => library.Styles[pair.Key].Meter == meter);
        candidates = fitting.Count > 0 ? fitting : candidates;
        return candidates.Count == 0
            ? library.Styles[Usual]
            : library.Styles[
                candidates[random.PickWeighted([.. candidates.Select(pair => knob.Weigh(pair.Value))])].Key
            ];
    }

    /// <summary>The genre of songs whose styles are nearest to these; null when none has any of them.</summary>
    public string? GenreOf(ImmutableSortedDictionary<string, double> styles)
    {
        var best = library
            .VocalGenres.Select(pair =>
                (pair.Key, Score: styles.Sum(style => style.Value * pair.Value.GetValueOrDefault(style.Key)))
            )
            .MaxBy(pair => pair.Score);
        return best.Score > 0 ? best.Key : null;
    }

    private SortedDictionary<string, double> OfGenres(SongBrief brief)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var genre in brief.Genres)
        {
            Add(library.VocalGenres.GetValueOrDefault(genre), 1);
            Add(brief.IsVocal ? null : library.BgmGenres.GetValueOrDefault(genre)?.Styles, 1);
        }

        foreach (var theme in brief.IsVocal ? [] : brief.Themes)
        {
            Add(library.Themes.GetValueOrDefault(theme)?.Styles, ThemeWeight);
        }

        return weights;

        void Add(IEnumerable<KeyValuePair<string, double>>? styles, double factor)
        {
            foreach (var (id, weight) in styles ?? [])
            {
                weights[id] = weights.GetValueOrDefault(id) + factor * weight;
            }
        }
    }

    // Free text chooses among the styles of the genre asked for; what the genre does not have, it does not add.
    private static IEnumerable<KeyValuePair<string, double>> Refined(
        SortedDictionary<string, double> own,
        ImmutableSortedDictionary<string, double> read
    )
    {
        var both = own.Where(pair => read.ContainsKey(pair.Key))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value * read[pair.Key]))
            .ToList();
        return both.Count > 0 ? both : own;
    }
}

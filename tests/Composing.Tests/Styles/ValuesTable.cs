using System.Globalization;
using System.Text;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>Writes docs/values.md: every word that a caller may choose, what it does and where it shows.</summary>
internal static class ValuesTable
{
    public static string Of(StyleLibrary library)
    {
        var text = new StringBuilder();
        text.Append(Head);
        Genres(text, library);
        Words(text, "Genres of instrumentals", library.BgmGenres);
        Words(text, "Moods of songs", library.Moods.Where(mood => char.IsUpper(mood.Key[0])));
        Words(text, "Moods of instrumentals", library.Moods.Where(mood => char.IsLower(mood.Key[0])));
        Words(text, "Themes", library.Themes);
        text.Append("\n## Instruments\n\n| instrument | joins as | shows on |\n| --- | --- | --- |\n");
        foreach (var (word, value) in library.Instruments)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {word} | {Joins(value)} | {value.Feature} |\n");
        }

        return text.ToString();
    }

    private const string Head =
        "# What callers' words do\n\n"
        + "This table is written from `styles/values/` and checked against it by a test. Tempo is a factor, energy and density are added\n"
        + "(0 to 1), register is in semitones, bright and reverb in decibels, length is a factor on note lengths, velocity is added;\n"
        + "`minor` pulls to minor modes (+) or major ones (-). *Shows on* names the feature on which eight songs with the word differ\n"
        + "from eight songs of the same seeds without it by an effect size (Cohen's d, pooled) of at least 0.8.\n";

    private static void Genres(StringBuilder text, StyleLibrary library)
    {
        text.Append("\n## Genres of songs\n\n| genre | styles by weight |\n| --- | --- |\n");
        foreach (var (genre, weights) in library.VocalGenres)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {genre} | {Weights(weights)} |\n");
        }
    }

    private static void Words(StringBuilder text, string title, IEnumerable<KeyValuePair<string, Effect>> words)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| word | does | shows on |\n| --- | --- | --- |\n");
        foreach (var (word, effect) in words)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {word} | {Does(effect)} | {effect.Feature} |\n");
        }
    }

    private static string Does(Effect effect)
    {
        string?[] said =
        [
            effect.Styles.IsEmpty ? null : Weights(effect.Styles),
            Factor("tempo", effect.Tempo),
            Sum("minor", effect.Minor),
            Sum("energy", effect.Energy),
            Sum("density", effect.Density),
            Sum("register", effect.Register),
            Sum("bright", effect.BrightDb),
            Sum("reverb", effect.ReverbDb),
            Factor("length", effect.Length),
            Sum("velocity", effect.Velocity),
        ];
        return string.Join(", ", said.Where(part => part is not null));
    }

    private static string Joins(InstrumentValue value) =>
        value.Drums is null
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{value.Role}, program {value.Program}, keys {value.Register[0]} to {value.Register[1]}"
            )
            : "rows over the groove";

    private static string Weights(IEnumerable<KeyValuePair<string, double>> weights) =>
        string.Join(
            ", ",
            weights
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:0.##}"))
        );

    private static string? Factor(string name, double value) =>
        Math.Abs(value - 1) < 1e-9 ? null : string.Create(CultureInfo.InvariantCulture, $"{name} x {value:0.##}");

    private static string? Sum(string name, double value) =>
        value == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{name} {value:+0.##;-0.##}");
}

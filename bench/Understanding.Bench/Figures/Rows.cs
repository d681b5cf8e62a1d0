using Troubadour.Analysis;

namespace Troubadour.Understanding.Bench;

/// <summary>What is measured, and what the prototypes reached.</summary>
internal static class Rows
{
    private const string Share = "0.00";
    private const string Decibels = "0.0";

    /// <summary>Stems in the order of <c>Separation.Stem</c>, then all but the voice.</summary>
    public static IReadOnlyList<string> Stems { get; } = ["vocals", "drums", "bass", "other", "instrumental"];

    /// <summary>Ways to separate.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["mixture", "HPSS", "REPET-SIM", "network"];

    /// <summary>Rhythm, harmony and form, from the master with its separated stems, as uploads are analysed.</summary>
    public static IReadOnlyList<FigureRow> Music { get; } =
    [
        new("tempo Acc1", Share, 0.86),
        new("tempo Acc2", Share, 0.93),
        new("beat F", Share, 0.89),
        new("downbeat F", Share, 0.83),
        new("metre right", Share, 0.86),
        new("key right", Share, 1),
        new("key, MIREX score", Share),
        new("chords, major and minor", Share, 0.93),
        new("chords, roots", Share, 0.945),
        new("always the tonic, major and minor", Share),
        new("always the tonic, roots", Share),
        new("tempo Acc1, flux and autocorrelation", Share, 0.64, IsOurs: false),
        new("tempo Acc2, flux and autocorrelation", Share, 0.86, IsOurs: false),
        new("chords of plain chroma, major and minor", Share),
        new("chords of plain chroma, roots", Share),
        new("section F, 3 s", Share, 0.73),
        new("section F, .5 s", Share, 0.63),
    ];

    /// <summary>Notes, tune and words.</summary>
    public static IReadOnlyList<FigureRow> Notes { get; } =
    [
        new("note F, melody", Share, 0.45),
        new("note F, bass", Share, 0.64),
        new("note F, accompaniment", Share, 0.59),
        new("note F, accompaniment, any octave", Share),
        .. Enum.GetValues<DrumKind>().Select(kind => new FigureRow(Drum(kind), Share)),
        new("note F, any drum", Share),
        new("melody RPA, from the mix", Share, 0.74),
        new("melody RPA, from the separated voice", Share, 0.7),
        new("melody RCA, from the separated voice", Share, 0.84),
        new("word onset error, median, s", "0.000", 0.06, true),
        new("word onset error, mean, s", Share, 0.25, true),
        new("words within .3 s", Share, 0.8),
    ];

    /// <summary>What it costs.</summary>
    public static IReadOnlyList<FigureRow> Costs { get; } =
    [
        new("separation, CPU s a minute", Share, 1.4, true),
        new("analysis of the mix alone, CPU s a minute", Share, null, true),
        new("analysis with stems, CPU s a minute", Share, null, true),
        new("alignment, CPU s a minute", Share, 3.6, true),
        new("separation, peak MB", "0", 620, true),
        new("analysis with stems, peak MB", "0", 1000, true),
        new("alignment, peak MB", "0", null, true),
    ];

    /// <summary>The row of a kind of drum.</summary>
    public static string Drum(DrumKind kind) =>
        $"note F, {(kind == DrumKind.OpenHat ? "open hat" : kind.ToString().ToLowerInvariant())}";

    /// <summary>The row of a stem, a way and a ratio ("SDR" or "SI-SDR").</summary>
    public static string Separation(string stem, string method, string ratio) => $"{stem}, {method}: {ratio}";

    /// <summary>All rows of one ratio, stem by stem.</summary>
    public static IEnumerable<FigureRow> Separations(string ratio) =>
        from stem in Stems
        from method in Methods
        select new FigureRow(
            Separation(stem, method, ratio),
            Decibels,
            Prototype(stem, method, ratio == "SDR"),
            IsOurs: method == "network"
        );

    private static double? Prototype(string stem, string method, bool isSdr) =>
        (stem, method) switch
        {
            ("vocals", "mixture") => isSdr ? -2.5 : null,
            ("drums", "mixture") => isSdr ? -8.1 : null,
            ("bass", "mixture") => isSdr ? -4.0 : null,
            ("other", "mixture") => isSdr ? -6.1 : null,
            ("instrumental", "mixture") => isSdr ? 2.5 : null,
            ("drums", "HPSS") => isSdr ? 3.2 : 0.6,
            ("vocals", "REPET-SIM") => isSdr ? 5.3 : 3.8,
            ("instrumental", "REPET-SIM") => isSdr ? 7.7 : 6.9,
            ("vocals", "network") => isSdr ? 4.6 : 3.1,
            ("drums", "network") => isSdr ? 8.1 : 7.4,
            ("bass", "network") => isSdr ? 8.8 : 8.1,
            ("other", "network") => isSdr ? 1.9 : -0.3,
            ("instrumental", "network") => isSdr ? 7.0 : 6.5,
            _ => null,
        };
}

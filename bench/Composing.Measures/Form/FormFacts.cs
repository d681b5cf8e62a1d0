using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// How many songs are laid out, against the McGill Billboard corpus (Burgoyne et al. 2011; 890 songs), whose published figures stand
/// here as they are.
/// </summary>
public static class FormFacts
{
    /// <summary>Usual bars by section kind.</summary>
    public static ImmutableArray<(
        string Kind,
        string HumanBars,
        double HumanShare,
        double HumanSeconds
    )> Kinds { get; } =
    [
        ("intro", "4 (median 6)", 0.92, 13),
        ("verse", "8 or 16", 0.96, 24.6),
        ("pre-chorus", "8", 0.14, double.NaN),
        ("chorus", "8", 0.83, 18.2),
        ("bridge", "8", 0.38, 18.3),
        ("inst", "8 (solo), 2-4 (transition)", 0.36, double.NaN),
        ("outro", "8-10", 0.4, 22),
    ];

    /// <summary>Shares of chord roots above the tonic, in semitones.</summary>
    public static ImmutableSortedDictionary<int, double> HumanRoots { get; } =
        ImmutableSortedDictionary.CreateRange<int, double>([
            new(0, 0.38),
            new(5, 0.19),
            new(7, 0.16),
            new(2, 0.06),
            new(9, 0.06),
            new(10, 0.055),
        ]);

    /// <summary>Shares of chord qualities.</summary>
    public static ImmutableSortedDictionary<string, double> HumanQualities { get; } =
        ImmutableSortedDictionary.CreateRange<string, double>(
            StringComparer.Ordinal,
            [new("maj", 0.55), new("min", 0.13), new("7", 0.1), new("min7", 0.08)]
        );

    /// <summary>Chords a bar in the corpus.</summary>
    public const double HumanChordsPerBar = 1.25;

    /// <summary>The corpus's name of a quality; empty for rarer ones.</summary>
    public static string Name(ChordQuality quality) =>
        quality switch
        {
            ChordQuality.Major => "maj",
            ChordQuality.Minor => "min",
            ChordQuality.Dominant7 => "7",
            ChordQuality.Minor7 => "min7",
            _ => "other",
        };
}

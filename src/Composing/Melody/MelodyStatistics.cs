using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// How sung melodies move, counted over POP909 (Wang et al. 2020, structure labels by Dai et al. 2020): the shape of
/// styles/melody/sung.json. All figures are probabilities.
/// </summary>
public sealed record MelodyStatistics
{
    /// <summary>Diatonic steps are counted from -8 to 8, gaps from 1 to 8 sixteenths; what is larger counts as the largest.</summary>
    public const int Widest = 8;

    /// <summary>For the last move, cut to -3 to 3, the probability of each move from -8 to 8 diatonic steps.</summary>
    public required ImmutableDictionary<string, ImmutableArray<double>> Moves { get; init; }

    /// <summary>
    /// By three times the place (0 off the beat, 1 beats 2 and 4, 2 beats 1 and 3) plus the length (0 a sixteenth, 1 up to three, 2 longer):
    /// the share of chord roots, thirds, fifths, other chord notes, scale notes and notes outside.
    /// </summary>
    public required ImmutableArray<ImmutableDictionary<string, double>> Tones { get; init; }

    /// <summary>By tempo (slow, middle, fast), sixteenth of the bar and last gap (0 for none): the probability of each gap.</summary>
    public required ImmutableDictionary<
        string,
        ImmutableArray<ImmutableArray<ImmutableArray<double>>>
    > Gaps { get; init; }

    /// <summary>Share of phrases that start on each sixteenth of a bar.</summary>
    public required ImmutableArray<double> Starts { get; init; }

    /// <summary>Share of phrases that end on each semitone above the relative major's tonic.</summary>
    public required ImmutableArray<double> Finals { get; init; }
}

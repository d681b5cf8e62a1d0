using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Recolours a bar: chords borrowed from the parallel mode, mediants, the Neapolitan and dominants of what follows, passing diminished
/// chords, ninths and inversions. What opens a progression keeps its root.
/// </summary>
internal sealed class StrangeChords(Key key)
{
    /// <summary>The bar's new chords.</summary>
    /// <param name="bar">The chords as written.</param>
    /// <param name="next">The chord that follows.</param>
    /// <param name="opens">True for a progression's first bar.</param>
    /// <param name="random">Draws the colour.</param>
    public ImmutableArray<Chord> Of(ImmutableArray<Chord> bar, Chord next, bool opens, RandomStream random)
    {
        var options = Options(bar[^1], next, opens, bar.Length == 1).ToList();
        var colour = options[random.PickWeighted([.. options.Select(option => option.Weight)])].Chords;
        return [.. bar[..^1], .. colour];
    }

    private IEnumerable<(double Weight, ImmutableArray<Chord> Chords)> Options(
        Chord chord,
        Chord next,
        bool opens,
        bool alone
    )
    {
        if (chord.Quality == ChordQuality.Power)
        {
            yield return (1, [On(opens ? 0 : 8, chord.Quality)]);
            yield return (1, [On(opens ? 0 : 1, chord.Quality)]);
            yield return (0.6, [chord]);
            yield break;
        }

        yield return (opens ? 1 : 0.6, [Richer(chord)]);
        if (!opens)
        {
            yield return (2, [Borrowed(chord)]);
            yield return (0.7, [new Chord((chord.Root + 4) % 12, ChordQuality.Major, (chord.Root + 4) % 12)]);
            if (Above(next) == 0)
            {
                yield return (1, [On(1, ChordQuality.Major7)]);
            }
        }

        if (alone && next.Root != chord.Root)
        {
            var fifth = (next.Root + 7) % 12;
            yield return (1, [chord, new Chord(fifth, ChordQuality.Dominant7, fifth)]);
            var under = (next.Root + 11) % 12;
            yield return (0.5, [chord, new Chord(under, ChordQuality.Diminished7, under)]);
        }
    }

    // The chord on the same step of the parallel mode.
    private Chord Borrowed(Chord chord) =>
        (key.IsMinor, Above(chord)) switch
        {
            (false, 0) => On(0, ChordQuality.Major7),
            (false, 2) => On(2, ChordQuality.HalfDiminished),
            (false, 4) => On(3, ChordQuality.Major),
            (false, 5) => On(5, ChordQuality.Minor6),
            (false, 7) => On(7, ChordQuality.Minor7),
            (false, 9) => On(8, ChordQuality.Major7),
            (true, 0) => On(0, ChordQuality.Minor6),
            (true, 3) => On(3, ChordQuality.Augmented),
            (true, 5) => On(5, ChordQuality.Dominant7),
            (true, 7) => On(7, ChordQuality.Dominant7),
            (true, 8) => On(8, ChordQuality.Major7),
            (true, 10) => On(1, ChordQuality.Major),
            _ => Richer(chord),
        };

    private Chord Richer(Chord chord) =>
        chord with
        {
            Quality = chord.Quality switch
            {
                ChordQuality.Major => Above(chord) == 7 ? ChordQuality.Dominant9 : ChordQuality.Major7,
                ChordQuality.Minor or ChordQuality.Minor7 => ChordQuality.Minor9,
                ChordQuality.Major7 or ChordQuality.Added9 => ChordQuality.Major9,
                ChordQuality.Dominant7 => ChordQuality.Dominant9,
                ChordQuality.Suspended4 => ChordQuality.Dominant7Suspended4,
                var other => other,
            },
            Bass = chord.Root,
        };

    private Chord On(int degree, ChordQuality quality) =>
        new((key.Tonic + degree) % 12, quality, (key.Tonic + degree) % 12);

    private int Above(Chord chord) => (chord.Root - key.Tonic + 12) % 12;
}

using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Dresses a plain progression as players do: first inversions that walk the bass, suspensions, ii before V, secondary dominants, a
/// turn at a section's end. How much is drawn once a song, around the style's wish; a returning section wears the same dress.
/// </summary>
internal sealed class ChordDresser
{
    private readonly Key _key;
    private readonly double _chance;
    private readonly RandomStream _random;

    public ChordDresser(Direction direction, RandomStream random)
    {
        _key = direction.Key;
        _random = random;
        var wish = direction.Style.Colour;
        _chance = direction.Brief.Chords.IsEmpty
            ? Math.Clamp(Much(1.5 * wish * (1 + (0.55 * random.Child("how much").NextNormal())), direction), 0, 0.9)
            : 0;
    }

    private static double Much(double usual, Direction direction)
    {
        var turn = Knob.Turn(direction.Brief.Weirdness);
        return turn < 0 ? usual * (1 + turn) : usual + (0.25 * turn);
    }

    /// <summary>A bar's chords, dressed.</summary>
    /// <param name="bar">The plain chords.</param>
    /// <param name="next">The chord of the bar that follows.</param>
    /// <param name="place">What names the bar: the section's kind and the bar's number in it.</param>
    /// <param name="last">True in a section's last bar.</param>
    public ImmutableArray<Chord> Dress(ImmutableArray<Chord> bar, Chord next, string place, bool last)
    {
        var random = _random.Child(place);
        if (bar.Length != 1 || bar[0].Quality == ChordQuality.Power || !random.Chance(_chance))
        {
            return bar;
        }

        var options = Options(bar[0], next, last).ToList();
        return options.Count == 0
            ? bar
            : options[random.PickWeighted([.. options.Select(option => option.Weight)])].Bar;
    }

    private IEnumerable<(double Weight, ImmutableArray<Chord> Bar)> Options(Chord chord, Chord next, bool last)
    {
        var move = Above(next.Root, chord.Root);
        var triad = chord.Quality is ChordQuality.Major or ChordQuality.Minor or ChordQuality.Added9;
        if (last && Above(chord.Root, _key.Tonic) != 7 && Above(next.Root, _key.Tonic) is 0 or 9)
        {
            yield return (2, [chord, Turn()]);
        }

        if (triad && chord.Bass == chord.Root && move == 5)
        {
            yield return (1.2, [chord, chord with { Bass = (chord.Root + Third(chord)) % 12 }]);
        }

        if (chord.Quality == ChordQuality.Major && move is 8 or 9 && Scale(chord.Root + 7) && Scale(chord.Root + 11))
        {
            yield return (1.5, [chord, new Chord((chord.Root + 7) % 12, ChordQuality.Major, (chord.Root + 11) % 12)]);
        }

        if (Above(chord.Root, _key.Tonic) == 7 && Third(chord) == 4)
        {
            yield return (1.5, [new Chord(chord.Root, ChordQuality.Suspended4, chord.Root), chord]);
            yield return (0.9, [Before(chord.Root), chord]);
        }

        if (chord.Root == next.Root && triad && Scale(chord.Root + 5))
        {
            var fourth = (chord.Root + 5) % 12;
            yield return (1, [chord, new Chord(fourth, Diatonic(fourth), fourth)]);
            yield return (0.7, [chord, new Chord(chord.Root, ChordQuality.Suspended4, chord.Root)]);
        }

        if (
            move != 0
            && Above(next.Root, _key.Tonic) != 0
            && Scale(next.Root)
            && Above(chord.Root, next.Root) != 7
            && !Rare(next)
        )
        {
            var fifth = (next.Root + 7) % 12;
            yield return (0.4, [chord, new Chord(fifth, ChordQuality.Dominant7, fifth)]);
        }

        if (triad && chord.Bass == chord.Root && move is 2 or 10)
        {
            yield return (0.6, [chord, chord with { Bass = (chord.Root + 7) % 12 }]);
        }
    }

    // Players lead to ii, IV, V and vi by their dominants, hardly ever to iii.
    private bool Rare(Chord next) => Above(next.Root, _key.Tonic) is not (2 or 5 or 7 or 8 or 9);

    private Chord Turn()
    {
        var root = (_key.Tonic + 7) % 12;
        return _key.Mode is Mode.Dorian or Mode.Mixolydian
            ? new Chord((_key.Tonic + 10) % 12, ChordQuality.Major, (_key.Tonic + 10) % 12)
            : new Chord(
                root,
                _random.Child("turn").Chance(0.5) ? ChordQuality.Dominant7Suspended4 : ChordQuality.Major,
                root
            );
    }

    // What leads to a dominant: ii in major, iv in minor.
    private Chord Before(int dominant)
    {
        var root = (dominant + (_key.IsMinor ? 10 : 7)) % 12;
        return new Chord(root, _key.IsMinor ? ChordQuality.Minor : ChordQuality.Minor7, root);
    }

    private ChordQuality Diatonic(int root) => Scale(root + 4) ? ChordQuality.Major : ChordQuality.Minor;

    private bool Scale(int pitch) => _key.Degrees.Contains(Above(pitch, _key.Tonic));

    private static int Third(Chord chord) => chord.Contains(chord.Root + 3) ? 3 : 4;

    private static int Above(int pitch, int root) => (((pitch - root) % 12) + 12) % 12;
}

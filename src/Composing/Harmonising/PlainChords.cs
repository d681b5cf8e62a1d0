using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The plain triads of a key: major and minor ones on its own degrees in root position, and the dominant in minor.</summary>
internal sealed class PlainChords(Key key)
{
    /// <summary>True for a plain triad; a power chord on a degree of the key counts as one.</summary>
    public bool IsPlain(Chord chord) =>
        chord.Bass == chord.Root
        && chord.Quality is ChordQuality.Major or ChordQuality.Minor or ChordQuality.Power
        && (IsDominant(chord) || chord.Intervals.All(step => InScale(chord.Root + step)));

    /// <summary>The plain triad nearest to a chord.</summary>
    public Chord Of(Chord chord)
    {
        if (IsPlain(chord))
        {
            return chord;
        }

        var triad = new Chord(chord.Root, HasMinorThird(chord) ? ChordQuality.Minor : ChordQuality.Major, chord.Root);
        return IsPlain(triad) ? triad : OnDegree(InScale(chord.Root) ? chord.Root : Degree(chord.Root), chord.Quality);
    }

    // A diminished triad gives way to the chord a third below, which holds two of its notes.
    private Chord OnDegree(int root, ChordQuality quality)
    {
        if (quality == ChordQuality.Power)
        {
            return new Chord(root, quality, root);
        }

        if (!InScale(root + 7))
        {
            root = (root + (InScale(root + 8) ? 8 : 9)) % 12;
        }

        return new Chord(root, InScale(root + 4) ? ChordQuality.Major : ChordQuality.Minor, root);
    }

    private int Degree(int root) => (root + (InScale(root + 1) ? 1 : 11)) % 12;

    private bool IsDominant(Chord chord) =>
        chord.Quality == ChordQuality.Major && key.IsMinor && (chord.Root - key.Tonic + 12) % 12 == 7;

    private bool InScale(int pitch) => key.Degrees.Contains((((pitch - key.Tonic) % 12) + 12) % 12);

    private static bool HasMinorThird(Chord chord) => chord.Intervals.Contains(3);
}

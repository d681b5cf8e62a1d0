using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>How well a note sits on its chord and in its key, against chance, by its place in the bar and its length.</summary>
internal sealed class ToneTable(MelodyStatistics sung, Key key, bool pentatonic, double tension)
{
    private readonly int _relative = key.IsMinor ? key.Tonic + 3 : key.Tonic;
    private readonly bool[] _scale = Marks(key.Degrees);
    private readonly bool[] _liked = Marks(key.MelodyDegrees);
    private readonly double[][] _shares =
    [
        .. sung.Tones.Select(shares => (double[])[shares["root"], shares["third"], shares["fifth"], shares["scale"]]),
    ];

    /// <summary>The weight of a key over a chord.</summary>
    /// <param name="chord">The chord.</param>
    /// <param name="place">0 off the beat to 2 on a strong one.</param>
    /// <param name="length">In sixteenths.</param>
    /// <param name="pitch">MIDI key.</param>
    public double Of(Chord chord, int place, int length, int pitch)
    {
        var size =
            length >= 4 ? 2
            : length >= 2 ? 1
            : 0;
        var shares = _shares[(place * 3) + size];
        var inScale = _scale[Above(pitch, key.Tonic)];
        var weight =
            Belongs(chord, pitch, inScale)
                ? Above(pitch, chord.Root) switch
                {
                    0 => shares[0] * 7,
                    3 or 4 => shares[1] * 7,
                    6 or 7 => shares[2] * 7,
                    _ => (shares[1] + shares[3]) * 0.75,
                }
            : inScale ? tension * shares[3] * 7 / 4
            : 0.004;
        if (!inScale)
        {
            weight *= 0.5;
        }
        else if (!_liked[Above(pitch, key.Tonic)])
        {
            weight *= 0.12;
        }
        else if (pentatonic && !Five(pitch))
        {
            weight *= 0.35;
        }

        // A half step above a chord note rubs when it stays.
        return !Belongs(chord, pitch, inScale) && chord.Contains(pitch - 1)
            ? weight * (place + size > 2 ? 0.15 : 0.5)
            : weight;
    }

    // A power chord leaves its third to the tune.
    private static bool Belongs(Chord chord, int pitch, bool inScale) =>
        chord.Contains(pitch) || (chord.Quality == ChordQuality.Power && inScale && Above(pitch, chord.Root) is 3 or 4);

    /// <summary>The weight of a line's last note.</summary>
    public double Final(int pitch, bool closed, Chord chord)
    {
        var degree = Above(pitch, key.Tonic);
        var fits = chord.Contains(pitch) ? 1 : 0.25;
        if (closed)
        {
            var rest = degree switch
            {
                0 => 9,
                3 or 4 => 2.5,
                7 => 1.2,
                _ => 0.4,
            };
            return rest * fits;
        }

        return (0.3 + (6 * sung.Finals[Above(pitch, _relative)])) * fits * (degree == 0 ? 0.45 : 1);
    }

    private static bool[] Marks(IEnumerable<int> degrees)
    {
        var marks = new bool[12];
        foreach (var degree in degrees)
        {
            marks[degree] = true;
        }

        return marks;
    }

    private bool Five(int pitch) => Above(pitch, _relative) is 0 or 2 or 4 or 7 or 9;

    private static int Above(int pitch, int root) => (((pitch - root) % 12) + 12) % 12;
}

using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Walks the scale that a section is in.</summary>
internal static class Scale
{
    /// <summary>True when the key belongs to the scale, or to the chord where that borrows from elsewhere.</summary>
    public static bool Has(Key key, int transpose, int midi)
    {
        var degree = (((midi - key.Tonic - transpose) % 12) + 12) % 12;
        return key.Degrees.Contains(degree);
    }

    /// <summary>The key so many steps of the scale away; chord notes count as steps too.</summary>
    public static int Step(Key key, int transpose, Chord chord, int from, int steps)
    {
        var at = from;
        var way = Math.Sign(steps);
        for (var left = Math.Abs(steps); left > 0; left--)
        {
            at += way;
            for (var i = 0; i < 3 && !Has(key, transpose, at) && !chord.Contains(at); i++)
            {
                at += way;
            }
        }

        return at;
    }
}

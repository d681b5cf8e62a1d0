using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>
/// How a tune goes with the tones of its words. Singers of tonal languages prefer tunes that move as the pitch moves from the end of
/// one tone to the start of the next, or that stay; tunes that move against it are rare (Wong and Diehl 2002 for Cantonese; Schellenberg
/// 2012 and Ladd and Kirby 2020 over many languages). Tones as pinyin counts them, levels after Chao 1968: 1 is 55, 2 is 35, 3 is 21,
/// 4 is 51 (53 before another 4), 5 is low after 1, 2 and 4, and high after 3. Steps of one level count as none.
/// </summary>
internal static class ToneMotion
{
    private const double Oblique = 0.9;
    private const double ContraryStep = 0.3;
    private const double ContraryLeap = 0.12;

    // Row: the tone before. Column: the tone after.
    private static readonly sbyte[] Directions =
    [
        0,
        -1,
        -1,
        0,
        -1,
        0,
        -1,
        -1,
        0,
        -1,
        1,
        1,
        0,
        1,
        1,
        1,
        1,
        0,
        0,
        0,
        1,
        0,
        0,
        1,
        0,
    ];

    /// <summary>1 where speech rises between two tones, -1 where it falls, 0 where it does neither or one of them is no tone.</summary>
    public static int Direction(int before, int tone) =>
        before is >= 1 and <= 5 && tone is >= 1 and <= 5 ? Directions[((before - 1) * 5) + tone - 1] : 0;

    /// <summary>True when a move goes against the tones.</summary>
    /// <param name="before">The tone before the move.</param>
    /// <param name="tone">The tone after it.</param>
    /// <param name="semitones">The move.</param>
    public static bool IsContrary(int before, int tone, int semitones) =>
        Direction(before, tone) * Math.Sign(semitones) < 0;

    /// <summary>How welcome a move is between two tones: 1 for one that goes along, less for one that does not.</summary>
    public static double Weight(int before, int tone, int semitones)
    {
        var direction = Direction(before, tone);
        return direction == 0 || Math.Sign(semitones) == direction ? 1
            : semitones == 0 ? Oblique
            : Math.Abs(semitones) <= 2 ? ContraryStep
            : ContraryLeap;
    }

    /// <summary>The share of a line's moves from syllable to syllable that go against its tones; 0 for a line without tones.</summary>
    /// <param name="keys">Keys of its notes.</param>
    /// <param name="syllables">The syllable of each note.</param>
    /// <param name="tones">The tone of each syllable; none for a line without tones.</param>
    public static double ContraryShare(
        ImmutableArray<int> keys,
        ImmutableArray<int> syllables,
        ImmutableArray<int> tones
    )
    {
        var (contrary, moves) = (0, 0);
        for (var i = 1; i < keys.Length && !tones.IsEmpty; i++)
        {
            var (before, syllable) = (syllables[i - 1], syllables[i]);
            if (before != syllable)
            {
                moves++;
                contrary += IsContrary(tones[before], tones[syllable], keys[i] - keys[i - 1]) ? 1 : 0;
            }
        }

        return (double)contrary / Math.Max(1, moves);
    }
}

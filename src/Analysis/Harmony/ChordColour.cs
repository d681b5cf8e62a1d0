using Troubadour.Music;

namespace Troubadour.Analysis;

/// <summary>Sevenths and suspended fourths of a chord whose root and third are known, where the notes are clearly there.</summary>
internal static class ChordColour
{
    private const double Clear = 0.55;

    /// <summary>The quality of chord 0 to 23 over a stretch.</summary>
    public static ChordQuality Of(int chord, double start, double end, ChromaFrames chroma)
    {
        Span<double> notes = stackalloc double[12];
        chroma.Treble(start, end, notes);
        var (root, minor) = (chord % 12, chord >= 12);
        var third = notes[(root + (minor ? 3 : 4)) % 12];
        var fifth = notes[(root + 7) % 12];
        var usual = (notes[root] + third + fifth) / 3;
        var (flat, sharp) = (notes[(root + 10) % 12], notes[(root + 11) % 12]);
        var fourth = notes[(root + 5) % 12];
        if (fourth > 2.5 * third && fourth > Clear * usual && end - start > 0.4)
        {
            return flat > Clear * usual ? ChordQuality.Dominant7Suspended4 : ChordQuality.Suspended4;
        }

        if (flat > Clear * usual && flat > 1.5 * sharp)
        {
            return minor ? ChordQuality.Minor7 : ChordQuality.Dominant7;
        }

        return !minor && sharp > Clear * usual && sharp > 1.5 * flat ? ChordQuality.Major7
            : minor ? ChordQuality.Minor
            : ChordQuality.Major;
    }
}

namespace Troubadour.Analysis;

/// <summary>What the pitch classes of major and minor chords look like in notes that were freed from their harmonics.</summary>
internal static class ChordTemplates
{
    /// <summary>Chords: 12 major, 12 minor.</summary>
    public const int Count = 24;

    private const double Root = 1.0;
    private const double Third = 1.0;
    private const double Fifth = 0.8;
    private const double Colour = 0.1;
    private const double Wrong = 0.25;
    private const double Bass = 0.4;

    /// <summary>How well a chord fits: the cosine with its template, and the bass on its root or fifth.</summary>
    /// <param name="chord">0 to 11 major on that root, 12 to 23 minor.</param>
    /// <param name="treble">Pitch classes of the upper notes.</param>
    /// <param name="bass">Pitch classes of the bass.</param>
    public static double Fit(int chord, ReadOnlySpan<double> treble, ReadOnlySpan<double> bass)
    {
        var root = chord % 12;
        var third = root + (chord >= 12 ? 3 : 4);
        var (sum, square, bassSquare) = (0.0, 0.0, 0.0);
        for (var c = 0; c < 12; c++)
        {
            square += treble[c] * treble[c];
            bassSquare += bass[c] * bass[c];
        }

        if (square <= 1e-12)
        {
            return 0;
        }

        sum += Root * treble[root] + Third * treble[third % 12] + Fifth * treble[(root + 7) % 12];
        // A seventh or a ninth over the chord speaks a little for it, the other third against it.
        var seventh = chord >= 12 ? 10 : 11;
        sum += Colour * (treble[(root + seventh) % 12] + treble[(root + 10) % 12] + treble[(root + 2) % 12]);
        sum -= Wrong * treble[(root + (chord >= 12 ? 4 : 3)) % 12];
        var fit = sum / Math.Sqrt(square * (Root * Root + Third * Third + Fifth * Fifth));
        var low =
            bassSquare <= 1e-12
                ? 0
                : (bass[root] + 0.3 * bass[(root + 7) % 12] + 0.2 * bass[third % 12]) / Math.Sqrt(bassSquare);
        return fit + Bass * low;
    }
}

namespace Troubadour.Analysis;

/// <summary>
/// The key whose probe-tone profile correlates best with the song's pitch classes (C. Krumhansl 1990, "Cognitive Foundations of Musical
/// Pitch"), with the chords as a second opinion: time on the tonic, on the dominant, and the last chord.
/// </summary>
internal static class KeyFinder
{
    private const double ChordWeight = 0.35;

    // Chords of fewer seconds say nothing about a key.
    private const double FewestSeconds = 8;
    private static readonly double[] s_major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] s_minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>Finds the key.</summary>
    /// <param name="chroma">The song's mean pitch classes, all zeros for none.</param>
    /// <param name="chords">The song's chords.</param>
    public static KeyEstimate Of(ReadOnlySpan<double> chroma, IReadOnlyList<ChordEstimate> chords)
    {
        var total = chords.Sum(c => c.Root is null ? 0 : c.End - c.Start);
        var scores = new double[24];
        for (var key = 0; key < 24; key++)
        {
            var (tonic, minor) = (key % 12, key >= 12);
            scores[key] = Correlation(chroma, minor ? s_minor : s_major, tonic);
            if (total > FewestSeconds)
            {
                scores[key] += ChordWeight * ChordScore(chords, tonic, minor, total);
            }
        }

        var order = Enumerable.Range(0, 24).OrderByDescending(k => scores[k]).ThenBy(k => k).ToArray();
        var lead = scores[order[0]] - scores[order[1]];
        var sure = scores[order[0]] <= 0 ? 0 : Math.Clamp(0.4 + 3 * lead, 0, 1);
        return new(order[0] % 12, order[0] >= 12, sure, order[1] % 12, order[1] >= 12);
    }

    private static double ChordScore(IReadOnlyList<ChordEstimate> chords, int tonic, bool minor, double total)
    {
        var sum = 0.0;
        foreach (var chord in chords)
        {
            if (chord.Root is not { } root)
            {
                continue;
            }

            var degree = (root - tonic + 12) % 12;
            var isMinor = chord.IsMinor;
            var fits = degree switch
            {
                0 => isMinor == minor ? 1.0 : -0.3,
                7 => isMinor ? (minor ? 0.2 : 0) : 0.45,
                5 => isMinor == minor ? 0.4 : 0.1,
                9 => !minor && isMinor ? 0.3 : 0,
                8 or 3 => minor && !isMinor ? 0.35 : 0,
                10 => minor && !isMinor ? 0.35 : (isMinor ? 0 : 0.1),
                2 or 4 => !minor && isMinor ? 0.2 : 0,
                _ => -0.2,
            };
            sum += fits * (chord.End - chord.Start) / total;
        }

        var last = chords.LastOrDefault(c => c.Root is not null);
        var first = chords.FirstOrDefault(c => c.Root is not null);
        sum += last is { } l && l.Root == tonic && l.IsMinor == minor ? 0.12 : 0;
        return sum + (first is { } f && f.Root == tonic && f.IsMinor == minor ? 0.08 : 0);
    }

    private static double Correlation(ReadOnlySpan<double> chroma, double[] profile, int tonic)
    {
        var mean = 0.0;
        foreach (var value in chroma)
        {
            mean += value / 12;
        }

        var average = profile.Average();
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        for (var c = 0; c < 12; c++)
        {
            var (x, y) = (chroma[c] - mean, profile[(c - tonic + 12) % 12] - average);
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }

        return xx <= 1e-12 ? 0 : xy / Math.Sqrt(xx * yy);
    }
}

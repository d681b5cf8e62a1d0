using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis;

/// <summary>
/// Chords by a hidden Markov model over beats: states are major and minor chords and none, changes are cheap on downbeats, dearer on other
/// beats (after M. Mauch and S. Dixon 2010). Without beats, half seconds take their place.
/// </summary>
internal static class ChordFinder
{
    private const int None = ChordTemplates.Count;
    private const double Sharpness = 9;
    private const double NoneFit = 0.42;
    private const double DownbeatCost = 0.9;
    private const double MiddleCost = 1.5;
    private const double BeatCost = 2.4;

    /// <summary>Finds the chords from the first to the last edge.</summary>
    public static IReadOnlyList<ChordEstimate> Of(ChromaFrames chroma, BeatSlots slots)
    {
        if (slots.Count == 0)
        {
            return [];
        }

        var fits = Fits(chroma, slots);
        var path = Search(fits, slots);
        return Join(path, fits, chroma, slots);
    }

    private static double[][] Fits(ChromaFrames chroma, BeatSlots slots)
    {
        var fits = new double[slots.Count][];
        Span<double> treble = stackalloc double[12];
        Span<double> bass = stackalloc double[12];
        for (var s = 0; s < fits.Length; s++)
        {
            chroma.Treble(slots.Edges[s], slots.Edges[s + 1], treble);
            chroma.Bass(slots.Edges[s], slots.Edges[s + 1], bass);
            var row = new double[ChordTemplates.Count + 1];
            var heard = false;
            for (var chord = 0; chord < ChordTemplates.Count; chord++)
            {
                row[chord] = ChordTemplates.Fit(chord, treble, bass);
                heard |= row[chord] != 0;
            }

            row[None] = heard ? NoneFit : 2;
            fits[s] = row;
        }

        return fits;
    }

    private static int[] Search(double[][] fits, BeatSlots slots)
    {
        var states = ChordTemplates.Count + 1;
        var score = Array.ConvertAll(fits[0], f => Sharpness * f);
        var from = new int[fits.Length][];
        for (var s = 1; s < fits.Length; s++)
        {
            var best = 0;
            for (var c = 1; c < states; c++)
            {
                best = score[c] > score[best] ? c : best;
            }

            var cost = slots.Strength[s] switch
            {
                2 => DownbeatCost,
                1 => MiddleCost,
                _ => BeatCost,
            };
            var next = new double[states];
            from[s] = new int[states];
            for (var c = 0; c < states; c++)
            {
                var change = score[best] - cost > score[c];
                from[s][c] = change ? best : c;
                next[c] = (change ? score[best] - cost : score[c]) + Sharpness * fits[s][c];
            }

            score = next;
        }

        var path = new int[fits.Length];
        path[^1] = Array.IndexOf(score, score.Max());
        for (var s = fits.Length - 1; s > 0; s--)
        {
            path[s - 1] = from[s][path[s]];
        }

        return path;
    }

    private static List<ChordEstimate> Join(int[] path, double[][] fits, ChromaFrames chroma, BeatSlots slots)
    {
        var chords = new List<ChordEstimate>();
        for (var start = 0; start < path.Length; )
        {
            var end = start + 1;
            while (end < path.Length && path[end] == path[start])
            {
                end++;
            }

            chords.Add(
                Name(path[start], slots.Edges[start], slots.Edges[end], fits.AsSpan(start, end - start), chroma)
            );
            start = end;
        }

        return chords;
    }

    private static ChordEstimate Name(
        int state,
        double start,
        double end,
        ReadOnlySpan<double[]> fits,
        ChromaFrames chroma
    )
    {
        var sure = 0.0;
        foreach (var row in fits)
        {
            var sum = 0.0;
            foreach (var fit in row)
            {
                sum += DeterministicMath.Exp(Sharpness * (fit - row[state]));
            }

            sure += 1 / sum / fits.Length;
        }

        if (state == None)
        {
            return new(start, end, "N", null, null, Math.Clamp(sure, 0, 1));
        }

        var quality = ChordColour.Of(state, start, end, chroma);
        var root = state % 12;
        return new(start, end, new Chord(root, quality, root).ToString(), root, quality, Math.Clamp(sure, 0, 1));
    }
}

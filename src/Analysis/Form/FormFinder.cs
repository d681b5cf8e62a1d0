using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Sections of a song, bar by bar.</summary>
internal static class FormFinder
{
    private const int FewestBars = 4;

    /// <summary>Sections from the sound's start to its end.</summary>
    public static IReadOnlyList<SectionEstimate> Of(
        Rhythm? rhythm,
        ChromaFrames chroma,
        OnsetCurves curves,
        double seconds
    )
    {
        var edges = Edges(rhythm, seconds);
        if (edges.Length <= FewestBars)
        {
            return seconds <= 0 ? [] : [new(0, seconds, Math.Max(0, edges.Length - 1), "verse", "A", 1, 0)];
        }

        var bars = new BarFeatures(edges, chroma, curves);
        var likeness = new BarLikeness(bars);
        var novelty = BoundaryNovelty.Of(bars, likeness);
        var starts = SectionSearch.Of(novelty);
        return Describe(starts, bars, likeness, novelty, seconds);
    }

    private static double[] Edges(Rhythm? rhythm, double seconds)
    {
        var edges = rhythm?.Downbeats.Where(d => d < seconds - 0.5).ToList() ?? [];
        if (edges.Count < 2)
        {
            return [.. edges];
        }

        // What lies before the first downbeat is a bar of its own only if it is nearly one.
        var bar = edges[1] - edges[0];
        if (edges[0] > 0.6 * bar)
        {
            edges.Insert(0, 0);
        }

        edges.Add(seconds);
        return [.. edges];
    }

    private static List<SectionEstimate> Describe(
        int[] starts,
        BarFeatures bars,
        BarLikeness likeness,
        double[] novelty,
        double seconds
    )
    {
        var lengths = starts.Select((s, k) => (k + 1 < starts.Length ? starts[k + 1] : bars.Count) - s).ToArray();
        var energy = starts.Select((s, k) => bars.Energy.Skip(s).Take(lengths[k]).Average()).ToArray();
        var (low, high) = (energy.Min(), energy.Max());
        energy = Array.ConvertAll(energy, e => high - low < 1e-6 ? 1 : (e - low) / (high - low));
        var groups = SectionNames.Groups(starts, likeness);
        var kinds = SectionNames.Kinds(groups, energy, lengths);
        return
        [
            .. starts.Select(
                (s, k) =>
                    new SectionEstimate(
                        k == 0 ? 0 : bars.Edges[s],
                        k + 1 < starts.Length ? bars.Edges[starts[k + 1]] : seconds,
                        lengths[k],
                        kinds[k],
                        Letter(groups[k]),
                        energy[k],
                        k == 0 ? 1 : 1 / (1 + DeterministicMath.Exp(1 - novelty[s]))
                    )
            ),
        ];
    }

    private static string Letter(int group) => group < 26 ? ((char)('A' + group)).ToString() : $"A{group}";
}

namespace Troubadour.Analysis.Bench;

/// <summary>Pairs of two rising lists that lie near enough, each used once.</summary>
internal static class Hits
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public static double F(IReadOnlyList<double> found, IReadOnlyList<double> truth, double tolerance)
    {
        var (i, j, hits) = (0, 0, 0);
        while (i < found.Count && j < truth.Count)
        {
            var distance = found[i] - truth[j];
            (i, j, hits) =
                distance < -tolerance ? (i + 1, j, hits)
                : distance > tolerance ? (i, j + 1, hits)
                : (i + 1, j + 1, hits + 1);
        }

        return found.Count + truth.Count == 0 ? 1 : 2.0 * hits / (found.Count + truth.Count);
    }

    /// <summary>The same for notes: the onset within a tolerance and the same key; ends do not matter.</summary>
    public static double Notes(
        IReadOnlyList<NoteEstimate> found,
        IReadOnlyList<TruthSpan> truth,
        double tolerance,
        bool anyOctave = false
    )
    {
        var used = new bool[found.Count];
        var hits = 0;
        foreach (var note in truth)
        {
            for (var k = 0; k < found.Count; k++)
            {
                var away = found[k].Key - note.Value;
                if (
                    !used[k]
                    && (anyOctave ? away % 12 == 0 : away == 0)
                    && Math.Abs(found[k].Start - note.Start) <= tolerance
                )
                {
                    used[k] = true;
                    hits++;
                    break;
                }
            }
        }

        return found.Count + truth.Count == 0 ? 1 : 2.0 * hits / (found.Count + truth.Count);
    }
}

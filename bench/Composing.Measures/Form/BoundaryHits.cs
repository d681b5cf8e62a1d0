namespace Troubadour.Composing.Measures;

/// <summary>How many boundaries were found where they are.</summary>
/// <param name="Found">Boundaries said.</param>
/// <param name="True">Boundaries that there are.</param>
/// <param name="Hits">Pairs of both, each used once, that lie near enough.</param>
public sealed record BoundaryHits(int Found, int True, int Hits)
{
    /// <summary>Share of those said that are true; 0 when none was said.</summary>
    public double Precision => Found == 0 ? 0 : (double)Hits / Found;

    /// <summary>Share of the true ones that were said; 0 when there are none.</summary>
    public double Recall => True == 0 ? 0 : (double)Hits / True;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F => Found + True == 0 ? 0 : 2.0 * Hits / (Found + True);

    /// <summary>Counts, with a tolerance in the unit of the places; both lists rise.</summary>
    public static BoundaryHits Of(IReadOnlyList<double> found, IReadOnlyList<double> truth, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(truth);
        var (i, j, hits) = (0, 0, 0);
        while (i < found.Count && j < truth.Count)
        {
            var distance = found[i] - truth[j];
            (i, j, hits) =
                distance < -tolerance ? (i + 1, j, hits)
                : distance > tolerance ? (i, j + 1, hits)
                : (i + 1, j + 1, hits + 1);
        }

        return new BoundaryHits(found.Count, truth.Count, hits);
    }

    /// <summary>Two counts as one.</summary>
    public BoundaryHits And(BoundaryHits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new BoundaryHits(Found + other.Found, True + other.True, Hits + other.Hits);
    }
}

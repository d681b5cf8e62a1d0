namespace Troubadour.Analysis.Bench;

/// <summary>How many of the found things are true ones.</summary>
internal readonly record struct Counts(int Hits, int Found, int Truth)
{
    /// <summary>Harmonic mean of precision and recall; null where there is nothing to compare.</summary>
    public double? F => Truth == 0 ? null : 2.0 * Hits / (Found + Truth);

    /// <summary>The share of what is found that is true.</summary>
    public double Precision => Found == 0 ? 0 : (double)Hits / Found;

    /// <summary>The share of what is true that is found.</summary>
    public double Recall => Truth == 0 ? 0 : (double)Hits / Truth;

    /// <summary>Both together.</summary>
    public static Counts operator +(Counts a, Counts b) => new(a.Hits + b.Hits, a.Found + b.Found, a.Truth + b.Truth);

    /// <summary>Pairs of equal values within a tolerance, each used once.</summary>
    public static Counts Of(
        IReadOnlyList<(double Start, int Value)> found,
        IReadOnlyList<TruthSpan> truth,
        double tolerance
    )
    {
        var hits = 0;
        var used = new bool[found.Count];
        foreach (var span in truth)
        {
            var best = -1;
            for (var k = 0; k < found.Count; k++)
            {
                var away = Math.Abs(found[k].Start - span.Start);
                if (
                    !used[k]
                    && found[k].Value == span.Value
                    && away <= tolerance
                    && (best < 0 || away < Math.Abs(found[best].Start - span.Start))
                )
                {
                    best = k;
                }
            }

            if (best >= 0)
            {
                used[best] = true;
                hits++;
            }
        }

        return new(hits, found.Count, truth.Count);
    }
}

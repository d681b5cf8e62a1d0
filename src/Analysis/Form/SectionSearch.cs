namespace Troubadour.Analysis;

/// <summary>The boundaries that are worth most together: new at each of them, and lengths that sections have (dynamic programming).</summary>
internal static class SectionSearch
{
    private const int Longest = 32;
    private const double Price = 0.6;

    /// <summary>First bars of the sections, 0 among them, rising.</summary>
    public static int[] Of(double[] novelty)
    {
        var count = novelty.Length;
        var (score, from) = (new double[count + 1], new int[count + 1]);
        for (var end = 1; end <= count; end++)
        {
            score[end] = double.NegativeInfinity;
            for (var start = Math.Max(0, end - Longest); start < end; start++)
            {
                var edge = start == 0 || end == count;
                var value = score[start] + (start == 0 ? 0 : novelty[start] - Price) + Length(end - start, edge);
                if (value > score[end])
                {
                    (score[end], from[end]) = (value, start);
                }
            }
        }

        var starts = new List<int>();
        for (var at = count; at > 0; at = from[at])
        {
            starts.Add(from[at]);
        }

        starts.Reverse();
        return [.. starts];
    }

    // First and last sections may be of any length: intros are short, and the end is where the sound ends.
    private static double Length(int bars, bool edge) =>
        bars switch
        {
            8 => 0.6,
            4 => 0.3,
            16 => 0.2,
            6 or 12 => 0.2,
            2 => edge ? -0.2 : -1.2,
            _ when bars % 2 == 0 => bars > 16 ? -1.0 : -0.4,
            1 => edge ? -1 : -3,
            3 => edge ? -0.3 : -1.5,
            _ => edge ? -0.6 : -1.0,
        };
}

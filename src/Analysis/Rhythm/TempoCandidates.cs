using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Tempi worth a closer look: lags at which onsets repeat, with their multiples, and the halves, doubles and thirds of the best ones.</summary>
internal static class TempoCandidates
{
    private const int Most = 6;
    private const int Shortest = 27;
    private const int Longest = 150;
    private const double Usual = 110;
    private const double Spread = 0.8;

    /// <summary>Candidates with salience (1 for the best), best first; empty where nothing repeats.</summary>
    public static IReadOnlyList<TempoCandidate> Of(PulseEvidence evidence)
    {
        var correlation = evidence.Autocorrelation(4 * Longest + 4);
        if (correlation.Length <= 2 * Shortest || correlation[0] <= 1e-9)
        {
            return [];
        }

        var score = new double[Longest + 1];
        for (var lag = Shortest - 1; lag <= Longest; lag++)
        {
            var octaves = DeterministicMath.Log2(6000.0 / lag / Usual) / Spread;
            score[lag] = Comb(correlation, lag) / correlation[0] * DeterministicMath.Exp(-0.5 * octaves * octaves);
        }

        var found = new List<(double Lag, double Score)>();
        for (var lag = Shortest; lag < Longest; lag++)
        {
            if (score[lag] > 0 && score[lag] >= score[lag - 1] && score[lag] > score[lag + 1])
            {
                found.Add((lag + Onsets.Vertex(score[lag - 1], score[lag], score[lag + 1]), score[lag]));
            }
        }

        return Choose(found, score);
    }

    private static List<TempoCandidate> Choose(List<(double Lag, double Score)> found, double[] score)
    {
        found = [.. found.OrderByDescending(f => f.Score).ThenBy(f => f.Lag)];
        var chosen = new List<(double Lag, double Score)>();
        foreach (var (lag, value) in found.Take(2))
        {
            foreach (var factor in new[] { 1.0, 2.0, 0.5, 1.5, 2.0 / 3, 3.0, 1.0 / 3 })
            {
                Add(chosen, lag * factor, factor == 1 ? value : At(score, lag * factor));
            }
        }

        foreach (var (lag, value) in found.Skip(2))
        {
            Add(chosen, lag, value);
        }

        var best = chosen.Count == 0 ? 1 : Math.Max(1e-9, chosen.Max(c => c.Score));
        return
        [
            .. chosen
                .OrderByDescending(c => c.Score)
                .ThenBy(c => c.Lag)
                .Take(Most)
                .Select(c => new TempoCandidate(6000 / c.Lag, Math.Clamp(c.Score / best, 0, 1))),
        ];
    }

    private static void Add(List<(double Lag, double Score)> chosen, double lag, double score)
    {
        if (lag is >= Shortest and <= Longest && !chosen.Exists(c => Math.Abs(c.Lag / lag - 1) < 0.06))
        {
            chosen.Add((lag, score));
        }
    }

    private static double At(double[] score, double lag) =>
        lag is >= Shortest and <= Longest ? score[(int)Math.Round(lag)] : 0;

    private static double Comb(double[] correlation, int lag)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var m = 1; m <= 4 && m * lag + m < correlation.Length; m++)
        {
            var most = correlation[m * lag];
            for (var d = -(m / 2); d <= m / 2; d++)
            {
                most = Math.Max(most, correlation[m * lag + d]);
            }

            sum += most;
            weights++;
        }

        return weights == 0 ? 0 : sum / weights;
    }
}

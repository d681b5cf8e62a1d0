using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>Our values of a measure beside human ones.</summary>
/// <param name="Human">The human songs.</param>
/// <param name="Ours">One value a song.</param>
internal sealed record Band(Distribution Human, List<double> Ours)
{
    private const double LeastInside = 0.85;
    private const double LeastOverlap = 0.7;

    /// <summary>True when our mean lies within a human standard deviation.</summary>
    public bool HasMean => Math.Abs(Ours.Average() - Human.Mean) <= Human.Deviation;

    /// <summary>True when enough of our songs lie inside.</summary>
    public bool HasInside => Human.Inside(Ours) >= LeastInside;

    /// <summary>True when nothing is missed.</summary>
    public bool Passes => Misses.Count == 0;

    /// <summary>What is missed.</summary>
    public List<string> Misses
    {
        get
        {
            var misses = new List<string>();
            if (!HasMean)
            {
                misses.Add(Ours.Average() > Human.Mean ? "mean high" : "mean low");
            }

            if (!HasInside)
            {
                misses.Add("inside");
            }

            if (Human.Overlap(Ours) < LeastOverlap)
            {
                misses.Add("overlap");
            }

            return misses;
        }
    }

    /// <summary>The verdict as tables show it.</summary>
    public string Verdict => Passes ? "yes" : "**no**: " + string.Join(", ", Misses);
}

using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// The swing that a song's onsets show, found by trying shares of the pair from .5 to .7 on eighths and on sixteenths and keeping
/// the one that leaves the least; a straight grid wins ties.
/// </summary>
/// <param name="Share">Share of a pair that its first note takes.</param>
/// <param name="Pair">Ticks in a pair.</param>
public readonly record struct SwingFit(double Share, int Pair)
{
    /// <summary>No swing.</summary>
    public static SwingFit Straight { get; } = new(0.5, Ticks.PerQuarter);

    /// <summary>The swing of onsets given in ticks.</summary>
    public static SwingFit Of(IReadOnlyCollection<int> onsets)
    {
        var best = Straight;
        var least = best.Residual(onsets) * 0.9 - 1;
        foreach (var pair in (int[])[Ticks.PerQuarter, Ticks.PerQuarter / 2])
        {
            for (var percent = 51; percent <= 70; percent++)
            {
                var fit = new SwingFit(percent / 100.0, pair);
                var residual = fit.Residual(onsets);
                if (residual < least - 1e-9)
                {
                    (best, least) = (fit, residual);
                }
            }
        }

        return best;
    }

    /// <summary>The nearest sixteenth of a played tick.</summary>
    public int Slot(double tick) => (int)Math.Round(Written(tick) / Ticks.PerSixteenth);

    /// <summary>Where a slot is played, in ticks.</summary>
    public double Tick(int slot)
    {
        var tick = slot * Ticks.PerSixteenth;
        var inside = ((tick % Pair) + Pair) % Pair;
        var half = Pair / 2.0;
        var moved = inside < half ? inside * 2 * Share : Pair * Share + (inside - half) * 2 * (1 - Share);
        return tick - inside + moved;
    }

    /// <summary>The tick as it would be written without swing.</summary>
    public double Written(double tick)
    {
        var whole = Math.Floor(tick / Pair) * Pair;
        var inside = tick - whole;
        var turn = Pair * Share;
        var half = Pair / 2.0;
        return whole + (inside < turn ? inside / turn * half : half + (inside - turn) / (Pair - turn) * half);
    }

    private double Residual(IReadOnlyCollection<int> onsets)
    {
        var sum = 0.0;
        foreach (var tick in onsets)
        {
            sum += Math.Abs(tick - Tick(Slot(tick)));
        }

        return sum / Math.Max(1, onsets.Count);
    }
}

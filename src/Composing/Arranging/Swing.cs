using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Where in a pair of notes the second one falls.</summary>
/// <param name="Share">The first one's share of the pair: .5 straight, .67 a triplet.</param>
/// <param name="Pair">Ticks of a pair.</param>
internal sealed record Swing(double Share, int Pair)
{
    /// <summary>No swing.</summary>
    public static Swing None { get; } = new(0.5, Ticks.PerQuarter);

    private bool IsStraight => Share <= 0.501;

    /// <summary>A style's swing.</summary>
    public static Swing Of(StyleSheet style) =>
        new(style.Swing, style.SwingUnit == 8 ? Ticks.PerQuarter : Ticks.PerQuarter / 2);

    /// <summary>The tick at which a written tick is played.</summary>
    public int Play(int tick)
    {
        if (IsStraight || tick < 0)
        {
            return tick;
        }

        var inside = tick % Pair;
        var half = Pair / 2;
        var moved = inside < half ? inside * 2 * Share : Pair * Share + (inside - half) * 2 * (1 - Share);
        return tick - inside + (int)Math.Round(moved);
    }

    /// <summary>The written tick of a played one: the inverse of <see cref="Play"/>, to a tick.</summary>
    public int Straight(int tick)
    {
        if (IsStraight || tick < 0)
        {
            return tick;
        }

        var inside = tick % Pair;
        var moved =
            inside < Pair * Share ? inside / (2 * Share) : Pair / 2.0 + (inside - Pair * Share) / (2 * (1 - Share));
        return tick - inside + (int)Math.Round(moved);
    }
}

using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>All the choices made before the first bar: the brief with its gaps filled, the style and what mood and genre do to it.</summary>
/// <param name="Brief">The brief, predictions filled in.</param>
/// <param name="Style">The style, asked-for instruments added.</param>
/// <param name="Effect">The sum of what genre, moods and themes do.</param>
/// <param name="Key">The key.</param>
/// <param name="Meter">The time signature.</param>
/// <param name="SlowestBpm">Lowest tempo allowed, in pulses a minute.</param>
/// <param name="FastestBpm">Highest tempo allowed.</param>
/// <param name="PreferredBpm">The tempo wished for.</param>
/// <param name="Arc">How the energy goes over the song.</param>
internal sealed record Direction(
    SongBrief Brief,
    StyleSheet Style,
    Effect Effect,
    Key Key,
    Meter Meter,
    double SlowestBpm,
    double FastestBpm,
    double PreferredBpm,
    Arc Arc = Arc.Usual
)
{
    /// <summary>Sixteenths in a bar.</summary>
    public int Steps => Meter.TicksPerBar / Ticks.PerSixteenth;

    /// <summary>Felt pulses in a bar.</summary>
    public int Pulses => Meter.TicksPerBar / Meter.TicksPerPulse;

    /// <summary>Seconds in a bar at a tempo in pulses a minute.</summary>
    public double BarSeconds(double bpm) => Pulses * 60 / bpm;
}

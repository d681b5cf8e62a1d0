using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Milliseconds in a song's ticks.</summary>
internal sealed class Clock(TimeMap map)
{
    /// <summary>Seconds from the song's start.</summary>
    public double Seconds(int tick) => map.SecondsAt(tick);

    /// <summary>The nearest tick to a time in seconds, not before the song.</summary>
    public int Tick(double seconds) => Math.Max(0, (int)Math.Round(map.TickAt(seconds)));

    /// <summary>The tick so many milliseconds after another (before it, where negative).</summary>
    public int After(int tick, double milliseconds) => Tick(map.SecondsAt(tick) + milliseconds / 1000);

    /// <summary>Milliseconds from a tick to another.</summary>
    public double Milliseconds(int from, int to) => 1000 * (map.SecondsAt(to) - map.SecondsAt(from));
}

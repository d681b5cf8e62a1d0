namespace Troubadour.Synthesis;

/// <summary>Places between left and right of equal power, 1 and 1 in the middle.</summary>
internal static class Panning
{
    /// <summary>Gains of the channels for a place of -1 left to 1 right.</summary>
    public static (double Left, double Right) Gains(double place)
    {
        var p = Math.Clamp(place, -1, 1);
        return (Math.Sqrt(1 - p), Math.Sqrt(1 + p));
    }
}

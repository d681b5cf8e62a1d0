namespace Troubadour.Mixing;

/// <summary>The grid on which effects move their slow values: fixed in time, so that block sizes do not show.</summary>
internal static class Segments
{
    /// <summary>Frames between two points of the grid.</summary>
    public const int Length = 64;

    /// <summary>Frames to the next point of the grid, or what is left if that is less.</summary>
    public static int Next(long position, int left) => (int)Math.Min(left, Length - position % Length);
}

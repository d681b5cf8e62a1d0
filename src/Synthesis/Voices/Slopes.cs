namespace Troubadour.Synthesis;

/// <summary>Slow random movement.</summary>
internal static class Slopes
{
    /// <summary>-1 to 1, a new random value at each whole place and smooth slopes between them.</summary>
    public static double Smooth(ulong seed, double place)
    {
        var whole = Math.Floor(place);
        var x = place - whole;
        var a = Counter.Signed(seed, 1 + (ulong)whole);
        var b = Counter.Signed(seed, 2 + (ulong)whole);
        return a + (b - a) * (x * x * (3 - 2 * x));
    }
}

namespace Troubadour.Composing;

/// <summary>Reads knobs that go from 0 to 1 and whose middle changes nothing.</summary>
internal static class Knob
{
    /// <summary>How far a knob is turned: -1 all the way down, 0 for the middle and for a knob nobody touched, 1 all the way up.</summary>
    public static double Turn(double? value) => value is { } set ? 2 * Math.Clamp(set, 0, 1) - 1 : 0;

    /// <summary>A value between two, share 0 to 1; shares beyond lead away from the second.</summary>
    public static double Between(double own, double other, double share) => own + (other - own) * share;
}

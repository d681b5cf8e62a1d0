namespace Troubadour.Synthesis;

/// <summary>The sheet of a plain square.</summary>
internal static class SquareSheet
{
    /// <summary>A square with a free phase.</summary>
    /// <param name="level">Decibels.</param>
    public static OscillatorSheet Of(double level) =>
        new()
        {
            Wave = Wave.Pulse,
            Level = level,
            Coarse = 0,
            Fine = 0,
            Tracking = 1,
            Unison = 1,
            Detune = 0,
            Spread = 0,
            Mix = 1,
            Width = 0.5,
            Phase = double.NaN,
            Operators = [],
            Feedback = 0,
            Drawbars = [],
            Ring = 1,
            Brightness = 0,
            Pick = 0.1,
            Density = 1,
            Pink = 0,
        };
}

namespace Troubadour.Music;

/// <summary>The unit of musical time: a fixed division of the quarter note.</summary>
public static class Ticks
{
    /// <summary>Ticks in a quarter note. At 120 bpm a tick lasts 0.52 ms, fine enough to hold a human push or drag.</summary>
    public const int PerQuarter = 960;

    /// <summary>Ticks in a sixteenth note.</summary>
    public const int PerSixteenth = PerQuarter / 4;
}

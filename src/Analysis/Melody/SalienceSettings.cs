namespace Troubadour.Analysis;

/// <summary>What a line's fundamentals are sought by.</summary>
/// <param name="Size">Frames of a spectrum, a power of two.</param>
/// <param name="LowestHz">The lowest fundamental.</param>
/// <param name="Bins">Fundamentals that are told apart, a fifth of a semitone each.</param>
/// <param name="HighestPeakHz">The highest partial that is looked at.</param>
/// <param name="FullHz">Partials under this count less, in proportion to their frequency; 0 for none.</param>
/// <param name="Harmonics">Partials of a fundamental.</param>
/// <param name="Decay">How much less each next partial counts.</param>
/// <param name="Sides">How much of what differs in both channels is taken away from what they share; 0 for none.</param>
internal sealed record SalienceSettings(
    int Size,
    double LowestHz,
    int Bins,
    double HighestPeakHz,
    double FullHz,
    int Harmonics,
    double Decay,
    double Sides
)
{
    /// <summary>A voice in the middle of a mix: 87 to 1,050 Hz.</summary>
    public static SalienceSettings Voice { get; } = new(4096, 87.3, 216, 4500, 120, 10, 0.75, 6);

    /// <summary>A voice alone.</summary>
    public static SalienceSettings LoneVoice { get; } = new(4096, 87.3, 216, 4500, 0, 8, 0.8, 0);

    /// <summary>A bass: 32.7 to 260 Hz.</summary>
    public static SalienceSettings Bass { get; } = new(8192, 32.7, 150, 450, 0, 6, 0.75, 0);
}

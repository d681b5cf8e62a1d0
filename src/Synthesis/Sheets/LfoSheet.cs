namespace Troubadour.Synthesis;

/// <summary>A low-frequency oscillator of each voice.</summary>
/// <param name="Shape">How it moves.</param>
/// <param name="Rate">Hz.</param>
/// <param name="Delay">Seconds before it begins.</param>
/// <param name="Fade">Seconds until it is whole.</param>
/// <param name="IsFree">Starts anywhere, else at its beginning.</param>
/// <param name="Amounts">What it moves, to both sides.</param>
internal sealed record LfoSheet(
    LfoShape Shape,
    double Rate,
    double Delay,
    double Fade,
    bool IsFree,
    ModulationAmounts Amounts
);

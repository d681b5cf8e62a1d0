namespace Troubadour.Synthesis;

/// <summary>What a modulator at 1 does.</summary>
/// <param name="Pitch">Semitones.</param>
/// <param name="Cutoff">Semitones.</param>
/// <param name="Level">Decibels.</param>
/// <param name="Width">Added to a pulse's width.</param>
/// <param name="Pan">-1 left to 1 right.</param>
/// <param name="Index">Decibels on the modulators of frequency modulation.</param>
internal readonly record struct ModulationAmounts(
    double Pitch,
    double Cutoff,
    double Level,
    double Width,
    double Pan,
    double Index
)
{
    /// <summary>This with a modulator's value of them added.</summary>
    public ModulationAmounts Plus(in ModulationAmounts other, double value) =>
        new(
            Pitch + other.Pitch * value,
            Cutoff + other.Cutoff * value,
            Level + other.Level * value,
            Width + other.Width * value,
            Pan + other.Pan * value,
            Index + other.Index * value
        );
}

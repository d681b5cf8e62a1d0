namespace Troubadour.Synthesis.Bench;

/// <summary>Measures of a phrase.</summary>
/// <param name="Loudness">LUFS.</param>
/// <param name="Peak">dBFS.</param>
/// <param name="Correlation">Of left and right.</param>
internal sealed record SoundFigures(double Loudness, double Peak, double Correlation);

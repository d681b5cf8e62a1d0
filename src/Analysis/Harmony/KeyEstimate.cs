namespace Troubadour.Analysis;

/// <summary>A key as it was heard.</summary>
/// <param name="Tonic">Pitch class, 0 = C to 11 = B.</param>
/// <param name="IsMinor">True for minor and the modes like it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SecondTonic">The tonic of the next likely key.</param>
/// <param name="SecondIsMinor">Its mode.</param>
internal readonly record struct KeyEstimate(
    int Tonic,
    bool IsMinor,
    double Confidence,
    int SecondTonic,
    bool SecondIsMinor
);

namespace Troubadour.Music;

/// <summary>How a part sits in the mix; what is not said here comes from its role.</summary>
/// <param name="GainDb">Decibels above or below what its role usually has.</param>
/// <param name="Pan">-1 left to 1 right.</param>
/// <param name="ReverbDb">Send to the reverb in decibels, -60 for none.</param>
/// <param name="DelayDb">Send to the tempo delay in decibels, -60 for none.</param>
/// <param name="Drive">Saturation, 0 clean to 1 heavy.</param>
/// <param name="SidechainDb">How far the kick pushes the part down, in decibels of 0 or more.</param>
public sealed record PartMix(
    double GainDb = 0,
    double Pan = 0,
    double ReverbDb = -18,
    double DelayDb = -60,
    double Drive = 0,
    double SidechainDb = 0
);

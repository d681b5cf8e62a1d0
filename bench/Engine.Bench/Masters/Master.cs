using Troubadour.Analysis;

namespace Troubadour.Engine.Bench;

/// <summary>What was measured of a master.</summary>
internal sealed record Master(
    double Lufs,
    double Mp3Lufs,
    double Peak,
    double Mp3Peak,
    AudioFeatures Features,
    int Defects,
    VoiceFigures? Voice,
    BandFigures Band
);

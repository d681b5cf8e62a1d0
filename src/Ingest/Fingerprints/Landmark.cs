namespace Troubadour.Ingest;

/// <summary>Two spectral peaks that stand in one relation wherever the same recording sounds.</summary>
/// <param name="Hash">The bins of both peaks (10 bits each) and the frames between them (12 bits); see <see cref="LandmarkHash"/>.</param>
/// <param name="Frame">When the first peak sounds, in frames of <see cref="Fingerprint.FrameSeconds"/> from the start.</param>
public readonly record struct Landmark(uint Hash, int Frame);

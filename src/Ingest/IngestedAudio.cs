using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>A file's sound in memory.</summary>
/// <param name="Audio">44.1 kHz, stereo; every sample is finite.</param>
/// <param name="Report">What was read.</param>
public sealed record IngestedAudio(AudioBuffer Audio, IngestReport Report);

namespace Troubadour.Ingest;

/// <summary>A song that a clip is of.</summary>
/// <param name="Song">The song's id.</param>
/// <param name="OffsetSeconds">Where in the song the clip starts, to within <see cref="Fingerprint.FrameSeconds"/>; below 0 where the clip starts with something else.</param>
/// <param name="Score">The share of the clip's landmarks that stand in the song at that offset, 0 to 1; a copy has .2 and more.</param>
/// <param name="Coverage">The share of the clip's seconds in which landmarks agree, 0 to 1.</param>
/// <param name="FalseAlarms">How many songs and offsets of the whole index would agree so well by chance (an upper bound, see docs/ingest.md).</param>
public sealed record FingerprintMatch(
    string Song,
    double OffsetSeconds,
    double Score,
    double Coverage,
    double FalseAlarms
);

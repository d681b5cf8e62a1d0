namespace Troubadour.Ingest;

/// <summary>How like a clip is to the place of a song that a fingerprint found.</summary>
/// <param name="Correlation">
/// The normalised cross-correlation of both below 5 kHz, -1 to 1: the median over pieces of 1.5 s. Its square is the share of the clip's power
/// that the song explains. 0 where nothing could be compared.
/// </param>
/// <param name="OffsetSeconds">Where in the song the clip starts, to about a tenth of a millisecond: the median over pieces.</param>
public sealed record RecordingLikeness(double Correlation, double OffsetSeconds)
{
    /// <summary>
    /// Whether the clip is this very recording, coded or louder or softer, and not another mix of the same song: the song explains 95 %
    /// of the clip's power. See docs/ingest.md for what falls on which side.
    /// </summary>
    public bool IsSameRecording => Correlation >= 0.975;
}

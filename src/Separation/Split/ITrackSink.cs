namespace Troubadour.Separation;

/// <summary>
/// Takes the tracks of a song, block by block. Each track's samples come in order, and all tracks end up as long as the song; but they do
/// not come in step: one may be up to 18 s ahead of another.
/// </summary>
public interface ITrackSink
{
    /// <summary>Takes the next samples of a track.</summary>
    /// <param name="track">Which.</param>
    /// <param name="left">Left samples; valid during the call only.</param>
    /// <param name="right">Right samples, as many.</param>
    void Write(Track track, ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}

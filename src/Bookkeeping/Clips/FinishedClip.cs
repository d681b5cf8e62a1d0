namespace Troubadour.Bookkeeping;

/// <summary>What a finished clip tells its caller, and its files.</summary>
public sealed record FinishedClip(
    string Id,
    string Title,
    string Lyrics,
    double Seconds,
    string Genre,
    string Mood,
    string Gender,
    string Timbre,
    long Seed
)
{
    /// <summary>Its files.</summary>
    public IReadOnlyList<Blob> Blobs { get; init; } = [];
}

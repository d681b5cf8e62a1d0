namespace Troubadour.Bookkeeping;

/// <summary>What a finished task tells its caller.</summary>
public sealed record FinishedSong(
    string Lyrics,
    double Seconds,
    string Genre,
    string Mood,
    string Gender,
    string Timbre,
    long Seed
);

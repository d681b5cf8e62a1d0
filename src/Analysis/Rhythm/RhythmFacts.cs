namespace Troubadour.Analysis;

/// <summary>A rhythm as the document tells it.</summary>
internal static class RhythmFacts
{
    public static TempoFacts Tempo(Rhythm? rhythm) =>
        rhythm is null
            ? new(0, [], 0, 0)
            : new(rhythm.Bpm, [.. rhythm.Candidates], rhythm.Stability, rhythm.TempoConfidence * rhythm.BeatConfidence);

    /// <summary>The time signature; 4/4 without confidence where there are no beats.</summary>
    public static MetreFacts Metre(Rhythm? rhythm) =>
        rhythm is null ? new(4, 4, 0) : new(rhythm.Model.Beats, rhythm.Model.Unit, rhythm.BarConfidence);

    public static Moments Beats(Rhythm? rhythm) =>
        rhythm is null ? new([], 0) : new([.. rhythm.Beats], rhythm.BeatConfidence);

    public static Moments Downbeats(Rhythm? rhythm) =>
        rhythm is null ? new([], 0) : new([.. rhythm.Downbeats], rhythm.BeatConfidence * rhythm.BarConfidence);
}

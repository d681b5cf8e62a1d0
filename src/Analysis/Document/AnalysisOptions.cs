using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis;

/// <summary>What a caller of <see cref="SongAnalyser"/> knows already, and how it works.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Felt beats a minute, 30 to 300, where the caller knows them; null to find them.</summary>
    public double? Bpm { get; init; }

    /// <summary>The time signature where the caller knows it; null to find it.</summary>
    public Meter? Metre { get; init; }

    /// <summary>The voice alone, as long as the sound and at the same rate, where it was separated; the tune is then taken from it.</summary>
    public AudioBuffer? Voice { get; init; }

    /// <summary>The bass alone, as long as the sound and at the same rate, where it was separated.</summary>
    public AudioBuffer? Bass { get; init; }

    /// <summary>The drums alone, as long as the sound and at the same rate, where they were separated; without them no drums are told.</summary>
    public AudioBuffer? Drums { get; init; }

    /// <summary>
    /// Everything but voice, bass and drums, as long as the sound and at the same rate, where it was separated; without it no accompaniment is
    /// told.
    /// </summary>
    public AudioBuffer? Other { get; init; }

    /// <summary>Threads, 1 or 2; the result is the same.</summary>
    public int Threads { get; init; } = 2;
}

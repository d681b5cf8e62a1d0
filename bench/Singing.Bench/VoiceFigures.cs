using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>All measures of one voice on one set.</summary>
internal sealed record VoiceFigures
{
    /// <summary>Word errors with the closed vocabulary.</summary>
    public WordCount Closed { get; init; }

    /// <summary>Word errors with the open trigram model; no words when it was not asked for.</summary>
    public WordCount Open { get; init; }

    /// <summary>Pitch of held notes; no notes for speech.</summary>
    public PitchAccuracy Pitch { get; init; }

    /// <summary>Vowel onsets.</summary>
    public OnsetErrors Onsets { get; init; }

    /// <summary>Harmonic-to-noise ratio: median over vowels of the median over a vowel's voiced frames, in decibels.</summary>
    public double Harmonicity { get; init; }

    /// <summary>Cepstral variance over vowels against the speaking voice's; 0 when that was not measured.</summary>
    public double Variance { get; init; }

    /// <summary>Artefacts.</summary>
    public ArtefactCounts Artefacts { get; init; }
}

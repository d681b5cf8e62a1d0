using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>
/// All that was heard in a sound, as one versioned document. Times are seconds from the sound's start. Every finding carries a confidence
/// from 0 to 1 that orders findings by how far they are to be trusted; it is no probability.
/// </summary>
public sealed record AnalysisDocument
{
    /// <summary>The version that this program writes.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The version of the document's shape.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Levels of the whole sound.</summary>
    public required LoudnessFacts Loudness { get; init; }

    /// <summary>Levels in octave bands from 31.5 Hz to 16 kHz.</summary>
    public required ImmutableArray<OctaveBand> Spectrum { get; init; }

    /// <summary>The tempo.</summary>
    public required TempoFacts Tempo { get; init; }

    /// <summary>The time signature.</summary>
    public required MetreFacts Metre { get; init; }

    /// <summary>Felt beats: quarters in simple metres, dotted quarters in compound ones.</summary>
    public required Moments Beats { get; init; }

    /// <summary>First beats of bars.</summary>
    public required Moments Downbeats { get; init; }

    /// <summary>The key.</summary>
    public required KeyFacts Key { get; init; }

    /// <summary>Chords from start to end without gaps; empty for no sound.</summary>
    public required ImmutableArray<ChordEstimate> Chords { get; init; }

    /// <summary>Sections from start to end without gaps; empty for no sound.</summary>
    public required ImmutableArray<SectionEstimate> Sections { get; init; }

    /// <summary>Where a voice (or an instrument that leads like one) is heard.</summary>
    public required VocalActivity VocalActivity { get; init; }

    /// <summary>The leading tune.</summary>
    public required MelodyFacts Melody { get; init; }

    /// <summary>The bass line.</summary>
    public required NoteLine Bass { get; init; }

    /// <summary>The drums; nothing where no stem of drums was given.</summary>
    public DrumFacts Drums { get; init; } = DrumFacts.None;

    /// <summary>The notes of everything but voice, bass and drums; nothing where no stem of the rest was given.</summary>
    public NoteLine Accompaniment { get; init; } = NoteLine.None;
}

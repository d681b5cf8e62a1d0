using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>What a transcribed song is given beside what was heard.</summary>
public sealed record TranscriptionOptions
{
    /// <summary>The id of the style that edits of the song start from.</summary>
    public required string Style { get; init; }

    /// <summary>The song's seed; it draws the stand-in singer in person and is the start of later edits.</summary>
    public long Seed { get; init; }

    /// <summary>The title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The singer that stands in for the one who was heard; null takes one of the gender that the tune's height suggests.</summary>
    public VoiceSpec? Voice { get; init; }

    /// <summary>
    /// Whether somebody sings; null believes the analysis. False makes the whole tune the lead instrument's: an analysis that was given no
    /// separated voice cannot tell a voice from an instrument that leads.
    /// </summary>
    public bool? IsVocal { get; init; }

    /// <summary>Pulses a minute of a sound in which no beats were heard, 40 to 240; null is 120.</summary>
    public double? Bpm { get; init; }

    /// <summary>The time signature of a sound in which no beats were heard; null is 4/4.</summary>
    public Meter? Metre { get; init; }

    /// <summary>
    /// The words where they are known, in rising time; the tune's notes are shared out among their syllables. Empty sings "la" on every note.
    /// </summary>
    public ImmutableArray<TimedWord> Words { get; init; } = [];
}

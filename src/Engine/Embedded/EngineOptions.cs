namespace Troubadour.Engine;

/// <summary>Where the embedded engine finds what it needs, and how much it may use.</summary>
public sealed record EngineOptions
{
    /// <summary>The sound bank, .sf2 or .sf3.</summary>
    public required string SoundBank { get; init; }

    /// <summary>
    /// The voice: an .htsvoice file, the folder of a DiffSinger voicebank, or the bare name of either in <see cref="Voices"/>; the file may
    /// be missing, then only instrumentals are made. Null: the only voice in <see cref="Voices"/>, else Debian's.
    /// </summary>
    public string? Voice { get; init; }

    /// <summary>A folder of voices; null for none.</summary>
    public string? Voices { get; init; }

    /// <summary>The pronouncing dictionary of festlex-cmu.</summary>
    public required string Dictionary { get; init; }

    /// <summary>The folder of style files.</summary>
    public required string Styles { get; init; }

    /// <summary>The folder of the synthesizers' patches; null lets the sound bank play what they would.</summary>
    public string? Patches { get; init; }

    /// <summary>The folder of the models that take recordings apart; where they are missing, uploads are not understood.</summary>
    public string? Models { get; init; }

    /// <summary>Threads that sing and play at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The folder where sung phrases are kept for later songs and edits; null keeps each song's in memory while it is made.</summary>
    public string? Takes { get; init; }

    /// <summary>Megabytes that all kept phrases may need; the oldest go first.</summary>
    public int TakesMegabytes { get; init; } = 512;

    /// <summary>Kilobits a second of MP3 files.</summary>
    public int Mp3Kilobits { get; init; } = 192;
}

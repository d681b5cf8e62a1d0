namespace Troubadour.Alignment;

/// <summary>How lyrics are aligned, and what it may cost.</summary>
public sealed record AlignmentOptions
{
    /// <summary>The recogniser: a name to be looked for, or a path. Debian's package is pocketsphinx.</summary>
    public string Recogniser { get; init; } = "pocketsphinx_batch";

    /// <summary>The folder of the acoustic model. Debian's package is pocketsphinx-en-us.</summary>
    public string AcousticModel { get; init; } = "/usr/share/pocketsphinx/model/en-us/en-us";

    /// <summary>Whether the recogniser is asked.</summary>
    public bool UseRecogniser { get; init; } = true;

    /// <summary>Whether a singer is asked where the recogniser finds nothing.</summary>
    public bool UseSinger { get; init; } = true;

    /// <summary>Where folders for the recogniser's files are made; null is the system's folder for temporary files.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>Time on the clock for one alignment; what is not found by then is spread.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Processor seconds of one run of the recogniser, of which there are up to two.</summary>
    public int RecogniserCpuSeconds { get; init; } = 60;

    /// <summary>Bytes of the recogniser's address space.</summary>
    public long RecogniserMemoryBytes { get; init; } = 1L << 30;

    /// <summary>Recordings that are longer are refused.</summary>
    public double MaxSeconds { get; init; } = 600;

    /// <summary>With more words than this none is looked for: all are spread.</summary>
    public int MaxWords { get; init; } = 4000;
}

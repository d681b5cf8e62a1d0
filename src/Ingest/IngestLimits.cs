namespace Troubadour.Ingest;

/// <summary>What a file may cost.</summary>
public sealed record IngestLimits
{
    /// <summary>Bytes of the file.</summary>
    public long MaxBytes { get; init; } = 50L << 20;

    /// <summary>Seconds of sound, at least.</summary>
    public double MinSeconds { get; init; } = 1;

    /// <summary>Seconds of sound, at most; nothing is decoded beyond one second more.</summary>
    public int MaxSeconds { get; init; } = 480;

    /// <summary>Time on the clock, for taking the bytes in and decoding them.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Processor seconds of the decoder.</summary>
    public int CpuSeconds { get; init; } = 60;

    /// <summary>Bytes of the decoder's address space; its libraries alone take about 300 MB.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;
}

namespace Troubadour.Mixing;

/// <summary>How a mix is computed and which of it is given; nothing here changes a frame that is given.</summary>
public sealed record MixOptions
{
    /// <summary>At most so many threads at a time.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Frames pulled from each stem at a time, a multiple of 512.</summary>
    public int ChunkFrames { get; init; } = 8192;

    /// <summary>Takes the stems, or null if they are not wanted. They cost a file of 8 bytes a frame and stem while the mix runs.</summary>
    public IStemSink? Stems { get; init; }

    /// <summary>Stems that are given as one, by stem id and the name that they have together; the others are given under their own ids.</summary>
    public IReadOnlyDictionary<string, string> StemGroups { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The first frame that is given: what comes before it is mixed, so that all effects are in motion, but left out of master, stems and
    /// loudness report.
    /// </summary>
    public int FirstFrame { get; init; }

    /// <summary>Where those files lie; null is the system's folder for temporary files.</summary>
    public string? SpoolFolder { get; init; }

    /// <summary>Whether each channel's loudness is reported: a third more time.</summary>
    public bool MeasureChannels { get; init; }

    /// <summary>Told the share that is done, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }
}

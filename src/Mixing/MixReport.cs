namespace Troubadour.Mixing;

/// <summary>What a master measures.</summary>
/// <param name="IntegratedLufs">By BS.1770-4; -infinity for silence.</param>
/// <param name="RangeLu">By EBU Tech 3342.</param>
/// <param name="TruePeakDb">In dBTP.</param>
/// <param name="SamplePeakDb">In dBFS.</param>
/// <param name="MasterGainDb">The gain before the limiter, of the stems that are not held; edits of the song keep it.</param>
/// <param name="LimiterDb">The most that the limiter, or the fit beside held stems, took away, 0 or more.</param>
/// <param name="GlueDb">The most that the bus compressor took away, 0 or more.</param>
/// <param name="ShortTermLufs">Of each 3 s of the master, every 100 ms.</param>
/// <param name="Channels">The stems, in the order of the mix.</param>
public sealed record MixReport(
    double IntegratedLufs,
    double RangeLu,
    double TruePeakDb,
    double SamplePeakDb,
    double MasterGainDb,
    double LimiterDb,
    double GlueDb,
    IReadOnlyList<double> ShortTermLufs,
    IReadOnlyList<ChannelReport> Channels
)
{
    /// <summary>The moving gain of all stems, or of those that are not held.</summary>
    public required GainTrack Track { get; init; }

    /// <summary>Decibels of the tone equaliser's bands that the stems got, those that are not held; null where there was no target.</summary>
    public IReadOnlyList<double>? Tone { get; init; }

    /// <summary>The moving gain of the held stems.</summary>
    public GainTrack? HeldTrack { get; init; }

    /// <summary>The share of the time in which the limiter, or the fit beside held stems, takes more than 1 dB.</summary>
    public double HardShare { get; init; }

    /// <summary>The share of the time in which they take more than 3 dB.</summary>
    public double DeepShare { get; init; }
}

namespace Troubadour.Mixing;

/// <summary>What a master measures.</summary>
/// <param name="IntegratedLufs">By BS.1770-4; -infinity for silence.</param>
/// <param name="RangeLu">By EBU Tech 3342.</param>
/// <param name="TruePeakDb">In dBTP.</param>
/// <param name="SamplePeakDb">In dBFS.</param>
/// <param name="MasterGainDb">The gain before the limiter; edits of the song keep it.</param>
/// <param name="LimiterDb">The most that the limiter took away, 0 or more.</param>
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
);

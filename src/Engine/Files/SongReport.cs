using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The shape of report.json: what the master measures and how long each stage took.</summary>
public sealed record SongReport
{
    /// <summary>Integrated loudness in LUFS.</summary>
    public required double Lufs { get; init; }

    /// <summary>Loudness range in LU.</summary>
    public required double RangeLu { get; init; }

    /// <summary>True peak in dBTP.</summary>
    public required double TruePeakDb { get; init; }

    /// <summary>Gain before the limiter in decibels.</summary>
    public required double MasterGainDb { get; init; }

    /// <summary>The most that limiter, or fit beside held stems, takes away, in decibels.</summary>
    public required double LimiterDb { get; init; }

    /// <summary>The share of the time in which they take more than 1 dB.</summary>
    public required double LimiterShare { get; init; }

    /// <summary>The share of the time in which they take more than 3 dB.</summary>
    public required double LimiterDeepShare { get; init; }

    /// <summary>Seconds asked for; null when free.</summary>
    public required double? SecondsAsked { get; init; }

    /// <summary>Seconds of the master.</summary>
    public required double Seconds { get; init; }

    /// <summary>The style.</summary>
    public required string Style { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>Tempo in quarters a minute at the start.</summary>
    public required double Tempo { get; init; }

    /// <summary>Time signature.</summary>
    public required string Meter { get; init; }

    /// <summary>Loudness of each stem before mastering, in LUFS.</summary>
    public required ImmutableSortedDictionary<string, double> Stems { get; init; }

    /// <summary>Seconds of work by stage.</summary>
    public required ImmutableSortedDictionary<string, double> StageSeconds { get; init; }

    internal static SongReport Of(Song song, MixResult mixed, StageWatch watch) =>
        new()
        {
            Lufs = Round(mixed.Report.IntegratedLufs),
            RangeLu = Round(mixed.Report.RangeLu),
            TruePeakDb = Round(mixed.Report.TruePeakDb),
            MasterGainDb = Round(mixed.Report.MasterGainDb),
            LimiterDb = Round(mixed.Report.LimiterDb),
            LimiterShare = Round(mixed.Report.HardShare),
            LimiterDeepShare = Round(mixed.Report.DeepShare),
            SecondsAsked = song.Brief.Seconds,
            Seconds = mixed.Master.Seconds,
            Style = song.Style,
            Key = song.Key.ToString(),
            Tempo = Round(song.Tempos[0].QuartersPerMinute),
            Meter = song.Meter.ToString(),
            Stems = mixed.Report.Channels.ToImmutableSortedDictionary(c => c.Id, c => Round(c.IntegratedLufs)),
            StageSeconds = watch.Seconds.ToImmutableSortedDictionary(
                pair => pair.Key.ToString().ToLowerInvariant(),
                pair => Round(pair.Value)
            ),
        };

    private static double Round(double value) => double.IsFinite(value) ? Math.Round(value, 4) : -120;
}

using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Plain measures of finished stereo sound, for tests, benches and reports. Spectral ones are of the mean of both channels, in frames of
/// 2,048 samples under a Hann window; frames 60 dB under the loudest are left out of means over frames. Silence gives zeros, and -infinity
/// for levels.
/// </summary>
public sealed record AudioFeatures
{
    /// <summary>Length in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Integrated loudness, LUFS (BS.1770-4).</summary>
    public required double IntegratedLufs { get; init; }

    /// <summary>Loudness range, LU (EBU Tech 3342).</summary>
    public required double LoudnessRangeLu { get; init; }

    /// <summary>True peak, dBTP.</summary>
    public required double TruePeakDb { get; init; }

    /// <summary>Root mean square of both channels, dBFS (0 is a full-scale square wave).</summary>
    public required double RmsDb { get; init; }

    /// <summary>Sample peak over root mean square, dB.</summary>
    public required double CrestFactorDb { get; init; }

    /// <summary>Standard deviation of the level of 400 ms pieces, dB.</summary>
    public required double LevelSpreadDb { get; init; }

    /// <summary>Mean over frames of the power-weighted mean frequency, Hz.</summary>
    public required double CentroidHz { get; init; }

    /// <summary>Mean over frames of the frequency under which 85 % of the power lies, Hz.</summary>
    public required double RolloffHz { get; init; }

    /// <summary>Straight line through the long-term power density in third-octave bands, 100 Hz to 4 kHz, dB an octave.</summary>
    public required double SlopeDbPerOctave { get; init; }

    /// <summary>Share of the power under 120 Hz.</summary>
    public required double LowShare { get; init; }

    /// <summary>Share of the power from 120 Hz to 4 kHz.</summary>
    public required double MidShare { get; init; }

    /// <summary>Share of the power over 4 kHz.</summary>
    public required double HighShare { get; init; }

    /// <summary>Mean over frames of the geometric over the arithmetic mean of power, 0 (a tone) to 1 (white noise).</summary>
    public required double Flatness { get; init; }

    /// <summary>Onsets a second (<see cref="Onsets"/>).</summary>
    public required double OnsetsPerSecond { get; init; }

    /// <summary>Sign changes of the mean of both channels a second.</summary>
    public required double ZeroCrossingsPerSecond { get; init; }

    /// <summary>Correlation of left and right, the mean over the seconds that sound.</summary>
    public required double CorrelationMean { get; init; }

    /// <summary>Correlation of left and right in the worst second that sounds.</summary>
    public required double CorrelationMin { get; init; }

    /// <summary>The longest stretch under -60 dBFS between the first and the last sound, seconds.</summary>
    public required double LongestGapSeconds { get; init; }

    /// <summary>Silence (under -60 dBFS) at the end, seconds.</summary>
    public required double TailSeconds { get; init; }

    /// <summary>How often two samples running are at full scale.</summary>
    public required double FullScaleRuns { get; init; }

    /// <summary>Measures a sound.</summary>
    public static AudioFeatures Of(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        var loudness = LoudnessMeter.Of(audio);
        var peak = TruePeakMeter.Of(audio);
        var spectrum = SpectrumMeasures.Of(audio);
        var levels = LevelMeasures.Of(audio);
        var stereo = StereoMeasures.Of(audio);
        return new()
        {
            Seconds = audio.Seconds,
            IntegratedLufs = loudness.Integrated,
            LoudnessRangeLu = loudness.Range,
            TruePeakDb = peak.Decibels,
            RmsDb = levels.RmsDb,
            CrestFactorDb =
                levels.RmsDb == double.NegativeInfinity
                    ? 0
                    : DeterministicMath.ToDecibels(peak.SamplePeak) - levels.RmsDb,
            LevelSpreadDb = levels.SpreadDb,
            CentroidHz = spectrum.CentroidHz,
            RolloffHz = spectrum.RolloffHz,
            SlopeDbPerOctave = spectrum.SlopeDbPerOctave,
            LowShare = spectrum.LowShare,
            MidShare = spectrum.MidShare,
            HighShare = spectrum.HighShare,
            Flatness = spectrum.Flatness,
            OnsetsPerSecond = audio.Length == 0 ? 0 : Onsets.Of(audio).Seconds.Count / audio.Seconds,
            ZeroCrossingsPerSecond = levels.ZeroCrossingsPerSecond,
            CorrelationMean = stereo.Mean,
            CorrelationMin = stereo.Min,
            LongestGapSeconds = levels.LongestGapSeconds,
            TailSeconds = levels.TailSeconds,
            FullScaleRuns = levels.FullScaleRuns,
        };
    }

    /// <summary>All of them with names and units, in a fixed order.</summary>
    public IReadOnlyList<AudioFeature> List() =>
        [
            new("length", "s", Seconds),
            new("integrated loudness", "LUFS", IntegratedLufs),
            new("loudness range", "LU", LoudnessRangeLu),
            new("true peak", "dBTP", TruePeakDb),
            new("level", "dBFS", RmsDb),
            new("crest factor", "dB", CrestFactorDb),
            new("level spread", "dB", LevelSpreadDb),
            new("spectral centroid", "Hz", CentroidHz),
            new("spectral rolloff", "Hz", RolloffHz),
            new("spectral slope", "dB/octave", SlopeDbPerOctave),
            new("power under 120 Hz", "", LowShare),
            new("power from 120 Hz to 4 kHz", "", MidShare),
            new("power over 4 kHz", "", HighShare),
            new("spectral flatness", "", Flatness),
            new("onset density", "1/s", OnsetsPerSecond),
            new("zero crossings", "1/s", ZeroCrossingsPerSecond),
            new("stereo correlation", "", CorrelationMean),
            new("lowest stereo correlation of a second", "", CorrelationMin),
            new("longest gap", "s", LongestGapSeconds),
            new("silent tail", "s", TailSeconds),
            new("full-scale runs", "", FullScaleRuns),
        ];
}

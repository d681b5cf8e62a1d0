using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Troubadour.Audio.Tests.Metering;

public class LoudnessTests
{
    /// <summary>EBU Tech 3341, cases 1 and 2: a stereo tone of 1 kHz at that peak level reads as much in LUFS.</summary>
    [Theory]
    [InlineData(-23, 44100)]
    [InlineData(-33, 44100)]
    [InlineData(-23, 48000)]
    [InlineData(-23, 32000)]
    public void A_stereo_tone_reads_its_level(double level, int rate)
    {
        var tone = TestSignals.Sine(997, Math.Pow(10, level / 20), 20 * rate, rate);
        var meter = LoudnessMeter.Of(TestSignals.Stereo(tone, tone, rate));
        Assert.Equal(level, meter.Integrated, 0.1);
        Assert.All(meter.Momentary.Skip(5), value => Assert.Equal(level, value, 0.1));
        Assert.All(meter.ShortTerm, value => Assert.Equal(level, value, 0.1));
        Assert.Equal(0, meter.Range, 0.01);
    }

    /// <summary>BS.1770-4: a full-scale tone of 997 Hz in one channel reads -3.01 LKFS.</summary>
    [Fact]
    public void A_full_scale_tone_in_one_channel_reads_minus_3()
    {
        var tone = TestSignals.Sine(997, 1, 10 * 48000, 48000);
        Assert.Equal(-3.01, LoudnessMeter.Of(TestSignals.Stereo(tone, new float[tone.Length], 48000)).Integrated, 0.05);
    }

    /// <summary>EBU Tech 3341, cases 3 and 4: quiet parts are gated out.</summary>
    [Fact]
    public void Quiet_parts_are_gated_out()
    {
        var parts = Join((-36, 10), (-23, 60), (-36, 10));
        Assert.Equal(-23, LoudnessMeter.Of(TestSignals.Stereo(parts, parts)).Integrated, 0.1);
        parts = Join((-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10));
        Assert.Equal(-23, LoudnessMeter.Of(TestSignals.Stereo(parts, parts)).Integrated, 0.1);
    }

    /// <summary>EBU Tech 3342, cases 1 to 4.</summary>
    [Theory]
    [InlineData(-20, -30, 10)]
    [InlineData(-20, -15, 5)]
    [InlineData(-40, -20, 20)]
    public void Range_is_the_step_between_two_levels(double first, double second, double expected)
    {
        var parts = Join((first, 20), (second, 20));
        Assert.Equal(expected, LoudnessMeter.Of(TestSignals.Stereo(parts, parts)).Range, 1);
    }

    [Fact]
    public void Silence_has_no_loudness()
    {
        var meter = LoudnessMeter.Of(new AudioBuffer(200000));
        Assert.Equal(double.NegativeInfinity, meter.Integrated);
        Assert.Equal(0, meter.Range);
    }

    [Fact]
    public void Block_size_does_not_change_the_reading() =>
        Gen.Int[1, 9000]
            .Sample(
                block =>
                {
                    var noise = TestSignals.Noise(5, 0.3, 100000);
                    var whole = LoudnessMeter.Of(TestSignals.Stereo(noise, noise)).Integrated;
                    var meter = new LoudnessMeter();
                    var peaks = new TruePeakMeter();
                    for (var i = 0; i < noise.Length; i += block)
                    {
                        var part = noise.AsSpan(i, Math.Min(block, noise.Length - i));
                        meter.Process(part, part);
                        peaks.Process(part, part);
                    }

                    return meter.Integrated == whole
                        && peaks.Peak == TruePeakMeter.Of(TestSignals.Stereo(noise, noise)).Peak;
                },
                iter: 20
            );

    /// <summary>EBU Tech 3341, cases 15 to 19: a tone at a quarter of the rate, sampled off its crests.</summary>
    [Theory]
    [InlineData(11025, 45)]
    [InlineData(11025, 0)]
    [InlineData(7350, 60)]
    [InlineData(1000, 10)]
    [InlineData(15000, 30)]
    public void A_tone_reads_its_true_peak(double frequency, double degrees)
    {
        var tone = TestSignals.Sine(frequency, 0.5, 44100, phase: degrees * Math.PI / 180);
        for (var i = 0; i < 2000; i++)
        {
            tone[i] *= i / 2000f;
            tone[^(i + 1)] *= i / 2000f;
        }

        Assert.InRange(TruePeakMeter.Of(TestSignals.Stereo(tone, tone)).Decibels, -6.02 - 0.4, -6.02 + 0.2);
    }

    /// <summary>Oracle: ffmpeg's ebur128 filter, 0.1 LU and 0.3 dB.</summary>
    [FfmpegFact]
    public void Ffmpeg_reads_the_same()
    {
        var (left, right) = (Music(1), Music(2));
        var buffer = TestSignals.Stereo(left, right);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");
        try
        {
            using (var writer = new WavWriter(File.Create(path), 2, 44100, WavFormat.Float32))
            {
                writer.Write(left, right);
            }

            var (log, _) = Ffmpeg.Run("-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-");
            var summary = log[log.LastIndexOf("Summary", StringComparison.Ordinal)..];
            var loudness = LoudnessMeter.Of(buffer);
            Assert.Equal(Value(summary, @"I:\s+(-?[\d.]+) LUFS"), loudness.Integrated, 0.1);
            Assert.Equal(Value(summary, @"LRA:\s+(-?[\d.]+) LU"), loudness.Range, 0.3);
            Assert.Equal(Value(summary, @"Peak:\s+(-?[\d.]+) dBFS"), TruePeakMeter.Of(buffer).Decibels, 0.3);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Value(string text, string pattern) =>
        double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);

    private static float[] Join(params (double Level, double Seconds)[] parts) =>
        [.. parts.SelectMany(p => TestSignals.Sine(1000, Math.Pow(10, p.Level / 20), (int)(p.Seconds * 44100)))];

    private static float[] Music(int seed)
    {
        var noise = TestSignals.Noise(seed, 0.5, 30 * 44100);
        for (var i = 0; i < noise.Length; i++)
        {
            var beat = i % 22050 / 22050.0;
            var swell = 0.3 + 0.7 * Math.Pow(Math.Sin(Math.PI * i / noise.Length), 2);
            noise[i] = (float)(
                swell * (noise[i] * Math.Exp(-6 * beat) + 0.3 * Math.Sin(2 * Math.PI * 110 * seed * i / 44100.0))
            );
        }

        return noise;
    }
}

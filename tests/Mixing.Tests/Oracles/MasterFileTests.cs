using System.Globalization;
using System.Text.RegularExpressions;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests.Oracles;

/// <summary>Oracle: ffmpeg's ebur128 on the finished files.</summary>
public class MasterFileTests
{
    [FfmpegFact]
    public void Ffmpeg_finds_loudness_and_peak_in_the_wav_and_the_mp3()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var result = new MixDown(SmallSong.Settings).Run(SmallSong.Sources(), SmallSong.Frames);
            var wav = Path.Combine(folder.FullName, "master.wav");
            using (var writer = new WavWriter(File.Create(wav), 2, result.Master.Rate, WavFormat.Pcm16, 1))
            {
                writer.Write(result.Master.Left, result.Master.Right);
            }

            var (loudness, peak, seconds) = Measure(wav);
            Assert.Equal(-14, loudness, 0.3);
            Assert.InRange(peak, -6, -1.7);
            Assert.Equal(result.Master.Seconds, seconds, 0.02);
            if (!Mp3Encoder.IsAvailable)
            {
                return;
            }

            var mp3 = Path.Combine(folder.FullName, "master.mp3");
            using (var encoder = new Mp3Encoder(File.Create(mp3)))
            {
                encoder.Write(result.Master.Left, result.Master.Right);
            }

            (loudness, peak, seconds) = Measure(mp3);
            Assert.Equal(-14, loudness, 0.4);
            Assert.True(peak < -1, $"The MP3 decodes to {peak} dBTP.");
            Assert.Equal(result.Master.Seconds, seconds, 0.1);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static (double Lufs, double Peak, double Seconds) Measure(string path)
    {
        var log = FfmpegFactAttribute.Log("-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-");
        var summary = log[log.LastIndexOf("Summary", StringComparison.Ordinal)..];
        var length = Regex.Match(log, @"Duration: (\d+:\d+:[\d.]+)").Groups[1].Value;
        return (
            Value(summary, @"I:\s+(-?[\d.]+) LUFS"),
            Value(summary, @"Peak:\s+(-?[\d.]+) dBFS"),
            TimeSpan.Parse(length, CultureInfo.InvariantCulture).TotalSeconds
        );
    }

    private static double Value(string text, string pattern) =>
        double.Parse(Regex.Match(text, pattern).Groups[1].Value, CultureInfo.InvariantCulture);
}

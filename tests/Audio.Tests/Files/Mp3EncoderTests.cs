namespace Troubadour.Audio.Tests.Files;

public class Mp3EncoderTests
{
    /// <summary>Oracle: ffmpeg decodes to the same length and the same tone, and reads the tags.</summary>
    [FfmpegFact]
    public void Ffmpeg_decodes_the_same_sound()
    {
        if (!Mp3Encoder.IsAvailable)
        {
            Assert.Throws<PlatformNotSupportedException>(() => new Mp3Encoder(Stream.Null));
            return;
        }

        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp3");
        try
        {
            var tone = TestSignals.Sine(1000, 0.5, 3 * 44100 + 123);
            using (
                var encoder = new Mp3Encoder(
                    File.Create(path),
                    tags: new("Überfahrt — 旅", "First line\nsecond line", "Nobody")
                )
            )
            {
                for (var i = 0; i < tone.Length; i += 10000)
                {
                    var n = Math.Min(10000, tone.Length - i);
                    encoder.Write(tone.AsSpan(i, n), tone.AsSpan(i, n));
                }
            }

            var (log, output) = Ffmpeg.Run("-i", path, "-f", "f32le", "-");
            var left = Enumerable
                .Range(0, output.Length / 8)
                .Select(i => BitConverter.ToSingle(output, 8 * i))
                .ToArray();
            Assert.Equal(tone.Length, left.Length, 44100 * 0.1);
            Assert.Equal(0.5, TestSignals.Amplitude(left.AsSpan(20000, 80000), 1000), 0.01);
            Assert.Contains("Überfahrt — 旅", log, StringComparison.Ordinal);
            Assert.Contains("second line", log, StringComparison.Ordinal);
            Assert.Contains("192 kb/s", log, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_same_sound_gives_the_same_bytes_in_any_blocks()
    {
        if (!Mp3Encoder.IsAvailable)
        {
            return;
        }

        var noise = TestSignals.Noise(3, 0.3, 44100);
        Assert.Equal(Encode(noise, 44100), Encode(noise, 1001));
    }

    private static byte[] Encode(float[] samples, int block)
    {
        using var stream = new MemoryStream();
        using (var encoder = new Mp3Encoder(stream, leaveOpen: true))
        {
            for (var i = 0; i < samples.Length; i += block)
            {
                var part = samples.AsSpan(i, Math.Min(block, samples.Length - i));
                encoder.Write(part, part);
            }
        }

        return stream.ToArray();
    }
}

using CsCheck;

namespace Troubadour.Audio.Tests.Files;

public class WavTests
{
    [Theory]
    [InlineData(WavFormat.Pcm16, 2.0 / 32768)]
    [InlineData(WavFormat.Pcm24, 0.51 / 8388608)]
    [InlineData(WavFormat.Float32, 0)]
    public void What_is_written_is_read(WavFormat format, double tolerance)
    {
        var (left, right) = (TestSignals.Noise(1, 0.9, 10001), TestSignals.Noise(2, 0.9, 10001));
        var bytes = Write(format, left, right, 777);
        var file = WavReader.Read(new MemoryStream(bytes));
        Assert.Equal(44100, file.Rate);
        Assert.Equal(2, file.Channels.Count);
        Assert.Equal(10001, file.Length);
        for (var i = 0; i < left.Length; i++)
        {
            Assert.Equal(left[i], file.Channels[0][i], tolerance);
            Assert.Equal(right[i], file.Channels[1][i], tolerance);
        }
    }

    [Fact]
    public void Block_size_does_not_change_the_bytes()
    {
        var (left, right) = (TestSignals.Noise(1, 0.9, 50000), TestSignals.Noise(2, 0.9, 50000));
        Assert.Equal(Write(WavFormat.Pcm16, left, right, 50000), Write(WavFormat.Pcm16, left, right, 333));
    }

    [Fact]
    public void Silence_stays_silent_and_too_loud_is_clipped()
    {
        var dither = new TriangularDither(4);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(0, dither.Quantise(0));
            Assert.Equal(short.MaxValue, dither.Quantise(1.5f));
            Assert.Equal(short.MinValue, dither.Quantise(-1.5f));
        }
    }

    /// <summary>Triangular dither leaves an error of mean 0 and variance 1/4 step² whatever the sample is.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    public void Dither_error_has_no_tie_to_the_sample(double step)
    {
        var dither = new TriangularDither(9);
        var errors = new double[200000];
        for (var i = 0; i < errors.Length; i++)
        {
            errors[i] = dither.Quantise((float)((100 + step) / 32768)) - (100 + step);
        }

        Assert.Equal(0, errors.Average(), 0.01);
        Assert.Equal(0.25, errors.Average(e => e * e), 0.01);
    }

    /// <summary>Oracle: ffmpeg's reader.</summary>
    [FfmpegFact]
    public void Ffmpeg_reads_the_same_samples()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");
        try
        {
            var left = TestSignals.Noise(1, 0.9, 5000);
            File.WriteAllBytes(path, Write(WavFormat.Pcm24, left, left, 999));
            var (_, output) = Ffmpeg.Run("-i", path, "-f", "f32le", "-");
            var file = WavReader.Read(File.OpenRead(path));
            Assert.Equal(5000 * 8, output.Length);
            for (var i = 0; i < 5000; i++)
            {
                Assert.Equal(file.Channels[0][i], BitConverter.ToSingle(output, 8 * i));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_spoiled_file_is_read_or_refused_but_nothing_else()
    {
        var whole = Write(WavFormat.Pcm16, new float[300], new float[300], 100);
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, 60], Gen.Byte)
            .Sample(
                (length, at, value) =>
                {
                    var bytes = whole.ToArray();
                    bytes[at] = value;
                    try
                    {
                        var file = WavReader.Read(new MemoryStream(bytes, 0, length));
                        return file.Length <= whole.Length;
                    }
                    catch (InvalidDataException error)
                    {
                        return error.Message.Length > 10;
                    }
                },
                iter: 3000
            );
    }

    [Fact]
    public void A_size_that_lies_costs_no_memory_and_a_long_file_is_refused()
    {
        var bytes = Write(WavFormat.Pcm16, new float[100], new float[100], 100);
        BitConverter.GetBytes(0xFFFFFF00u).CopyTo(bytes, 40);
        Assert.Equal(100, WavReader.Read(new MemoryStream(bytes)).Length);
        Assert.Throws<InvalidDataException>(() => WavReader.Read(new MemoryStream(bytes), 99));
    }

    private static byte[] Write(WavFormat format, float[] left, float[] right, int block)
    {
        using var stream = new MemoryStream();
        using (var writer = new WavWriter(stream, 2, 44100, format, 5, leaveOpen: true))
        {
            for (var i = 0; i < left.Length; i += block)
            {
                var n = Math.Min(block, left.Length - i);
                writer.Write(left.AsSpan(i, n), right.AsSpan(i, n));
            }
        }

        return stream.ToArray();
    }
}

using System.Diagnostics;
using System.Globalization;
using Troubadour.Audio;

namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>Real files, made with ffmpeg.</summary>
internal static class Sounds
{
    /// <summary>Runs ffmpeg in a folder of its own; returns the file that it wrote.</summary>
    public static byte[] Make(string name, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("troubadour-sounds-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            var start = new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", .. arguments, file])
            {
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors);
            return File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A tone of 440 Hz at -18 dB of full scale.</summary>
    public static byte[] Tone(string name, double seconds, params string[] options) =>
        Make(
            name,
            [
                "-f",
                "lavfi",
                "-i",
                string.Create(CultureInfo.InvariantCulture, $"sine=frequency=440:duration={seconds}:sample_rate=48000"),
                .. options,
            ]
        );

    /// <summary>Sound as the bytes of a WAV.</summary>
    public static byte[] Wav(AudioBuffer audio, WavFormat format = WavFormat.Float32)
    {
        using var stream = new MemoryStream();
        using (var writer = new WavWriter(stream, 2, audio.Rate, format, leaveOpen: true))
        {
            writer.Write(audio.Left, audio.Right);
        }

        return stream.ToArray();
    }

    /// <summary>A WAV's head of 44 bytes that promises so much data.</summary>
    public static byte[] WavHead(int channels, int rate, int bits, uint bytes)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(unchecked(bytes + 36));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((short)(channels * bits / 8));
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>White noise.</summary>
    public static AudioBuffer Noise(double seconds, double level, long seed)
    {
        var random = new Music.RandomStream(seed, "noise");
        var audio = new AudioBuffer((int)(seconds * SampleRate.House));
        for (var i = 0; i < audio.Length; i++)
        {
            audio.Left[i] = (float)(level * random.NextNormal());
            audio.Right[i] = (float)(level * random.NextNormal());
        }

        return audio;
    }
}

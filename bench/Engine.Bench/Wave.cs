using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>WAV files of the bench.</summary>
internal static class Wave
{
    public static AudioBuffer Read(string path)
    {
        using var file = File.OpenRead(path);
        return WavReader.Read(file, int.MaxValue).ToStereo();
    }

    /// <summary>Writes mono 16-bit at 16 kHz, as recognisers want it.</summary>
    public static void WriteForRecogniser(string path, float[] samples, int rate)
    {
        using var writer = new WavWriter(File.Create(path), 1, 16000, WavFormat.Pcm16);
        writer.Write(Resampler.Convert(samples, rate, 16000));
    }
}

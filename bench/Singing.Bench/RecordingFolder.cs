using System.Text.Json;
using Troubadour.Audio;

namespace Troubadour.Singing.Bench;

/// <summary>Recordings as files: name.full.wav as it is, name.wav at 16 kHz for recognisers, name.json with notes and phones.</summary>
internal static class RecordingFolder
{
    private const int RecogniserRate = 16000;

    public static void Write(string folder, IReadOnlyList<Recording> recordings)
    {
        foreach (var recording in recordings)
        {
            var stem = Path.Combine(folder, recording.Name);
            WriteWave(stem + ".full.wav", recording.Samples, recording.Rate);
            WriteWave(stem + ".wav", AtRecogniserRate(recording), RecogniserRate);
            File.WriteAllText(stem + ".json", JsonSerializer.Serialize(recording));
        }
    }

    public static Recording Read(string folder, string name)
    {
        var stem = Path.Combine(folder, name);
        using var file = File.OpenRead(stem + ".full.wav");
        return JsonSerializer.Deserialize<Recording>(File.ReadAllText(stem + ".json"))! with
        {
            Samples = WavReader.Read(file, int.MaxValue).ToMono(),
        };
    }

    public static float[] AtRecogniserRate(Recording recording) =>
        Resampler.Convert(recording.Samples, recording.Rate, RecogniserRate);

    private static void WriteWave(string path, float[] samples, int rate)
    {
        using var writer = new WavWriter(File.Create(path), 1, rate, WavFormat.Pcm16);
        writer.Write(samples);
    }
}

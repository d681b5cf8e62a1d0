using Troubadour.Audio;
using Troubadour.Ingest;
using Troubadour.Music;

namespace Troubadour.TestWorker;

/// <summary>Tunes that can be told from each other: notes of a seed, a quarter of a second each, with two harmonics.</summary>
internal static class SineTune
{
    public const double Seconds = 14;
    private const int NoteFrames = SampleRate.House / 4;

    /// <summary>Writes a tune and its fingerprint in the place of a hum.</summary>
    public static void Write(string folder, int seed)
    {
        var random = new RandomStream(seed, "tune");
        var sound = new AudioBuffer((int)(Seconds * SampleRate.House));
        for (var start = 0; start < sound.Length; start += NoteFrames)
        {
            var hertz = 220 * Math.Pow(2, random.NextInt(30) / 12.0);
            for (var i = start; i < Math.Min(sound.Length, start + NoteFrames); i++)
            {
                var turn = 2 * Math.PI * hertz * i / SampleRate.House;
                var fall = Math.Exp(-6.0 * (i - start) / NoteFrames);
                sound.Left[i] = (float)(
                    fall * (0.3 * Math.Sin(turn) + 0.15 * Math.Sin(2 * turn) + 0.1 * Math.Sin(5 * turn))
                );
                sound.Right[i] = sound.Left[i];
            }
        }

        using var file = File.Create(Path.Combine(folder, "master.wav"));
        using var writer = new WavWriter(file, 2, SampleRate.House, WavFormat.Pcm16);
        writer.Write(sound.Left, sound.Right);
        File.WriteAllBytes(Path.Combine(folder, "fingerprint.bin"), FingerprintFile.Write(Fingerprint.Of(sound)));
    }
}

using System.Diagnostics;
using Troubadour.Audio;

namespace Troubadour.Understanding.Bench;

/// <summary>
/// A recording for the game Frets on Fire: the lead guitar and all the rest as two files, and a chart whose tempo is that of the recording.
/// </summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Bpm">The chart's tempo; all of these have one for the whole song.</param>
/// <param name="Guitar">The lead guitar.</param>
/// <param name="Mix">Both files, summed.</param>
internal sealed record FretsSong(string Name, double Bpm, AudioBuffer Guitar, AudioBuffer Mix)
{
    private const double MicrosecondsAMinute = 6e7;

    /// <summary>Reads a song's folder.</summary>
    public static FretsSong Read(string folder)
    {
        var (guitar, rest) = (Decode(Path.Combine(folder, "guitar.ogg")), Decode(Path.Combine(folder, "song.ogg")));
        var mix = new AudioBuffer(Math.Min(guitar.Length, rest.Length));
        Separation.Bench.Signals.Add(mix, guitar);
        Separation.Bench.Signals.Add(mix, rest);
        return new FretsSong(
            Path.GetFileName(folder),
            Tempo(File.ReadAllBytes(Path.Combine(folder, "notes.mid"))),
            Analysis.Bench.SongBench.Fit(guitar, mix.Length)!,
            mix
        );
    }

    // The first set-tempo event: FF 51 03 and the microseconds of a quarter.
    private static double Tempo(byte[] midi)
    {
        var at = midi.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0x51, 3]);
        return MicrosecondsAMinute / ((midi[at + 3] << 16) | (midi[at + 4] << 8) | midi[at + 5]);
    }

    private static AudioBuffer Decode(string path)
    {
        var wav = Path.GetTempFileName();
        try
        {
            string[] arguments =
            [
                "-v",
                "error",
                "-nostdin",
                "-y",
                "-i",
                path,
                "-ac",
                "2",
                "-ar",
                "44100",
                "-c:a",
                "pcm_f32le",
                "-f",
                "wav",
                wav,
            ];
            using var process = Process.Start("ffmpeg", arguments);
            process.WaitForExit();
            return Analysis.Bench.SongBench.Read(wav) ?? throw new InvalidDataException($"ffmpeg cannot read {path}.");
        }
        finally
        {
            File.Delete(wav);
        }
    }
}

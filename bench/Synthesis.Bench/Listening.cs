using Troubadour.Audio;

namespace Troubadour.Synthesis.Bench;

/// <summary>Phrases to hear.</summary>
internal static class Listening
{
    /// <summary>Writes a WAV of each patch.</summary>
    public static void Write(PatchLibrary library, IEnumerable<string> ids, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var id in ids)
        {
            var sound = Phrases.Render(library, Phrases.Of(id), 10);
            using var file = File.Create(Path.Combine(folder, id + ".wav"));
            using var writer = new WavWriter(file, 2, SampleRate.House, WavFormat.Pcm24);
            writer.Write(sound.Left, sound.Right);
        }
    }
}

using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Portraits.Bench;

/// <summary>Songs of the engine, with stems.</summary>
internal static class Songs
{
    /// <summary>The songs' folders in some folders.</summary>
    public static IEnumerable<string> In(IEnumerable<string> folders) =>
        folders.SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal);

    /// <summary>Who sings in a song; null if nobody does or it is no song.</summary>
    public static VoiceSpec? VoiceOf(string folder)
    {
        var path = Path.Combine(folder, "song.json");
        if (!File.Exists(path) || !File.Exists(Path.Combine(folder, "stems", "vocals.wav")))
        {
            return null;
        }

        using var song = JsonDocument.Parse(File.ReadAllBytes(path));
        var voice = song.RootElement.GetProperty("voice");
        return new VoiceSpec(
            Enum.Parse<Gender>(voice.GetProperty("gender").GetString()!),
            Enum.Parse<Timbre>(voice.GetProperty("timbre").GetString()!)
        );
    }

    /// <summary>Reads a file as stereo.</summary>
    public static AudioBuffer Read(string path)
    {
        using var stream = File.OpenRead(path);
        return WavReader.Read(stream).ToStereo();
    }
}

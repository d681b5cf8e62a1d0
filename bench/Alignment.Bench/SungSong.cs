using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Separation;

namespace Troubadour.Alignment.Bench;

/// <summary>A song of the engine with the true times of its words.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Lines">Its lines as sung.</param>
internal sealed record SungSong(string Folder, IReadOnlyList<TrueLine> Lines)
{
    /// <summary>The name of its folder.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>What was sung, line by line.</summary>
    public string Lyrics => string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>Reads a song's folder.</summary>
    public static SungSong Read(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "lyrics.json")));
        return new SungSong(folder, [.. file.RootElement.GetProperty("lines").EnumerateArray().Select(TrueLine.Read)]);
    }

    /// <summary>The stems of the voices, summed.</summary>
    public AudioBuffer TrueVoice()
    {
        AudioBuffer? sum = null;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder, "stems"), "vocals*.wav").Order())
        {
            var stem = Sound(path);
            sum ??= new AudioBuffer(stem.Length);
            for (var i = 0; i < stem.Length; i++)
            {
                sum.Left[i] += stem.Left[i];
                sum.Right[i] += stem.Right[i];
            }
        }

        return sum ?? throw new InvalidDataException($"{Folder} has no voice.");
    }

    /// <summary>The voice as it is separated from the master; kept beside it.</summary>
    public AudioBuffer SeparatedVoice(Separator separator)
    {
        var kept = Path.Combine(Folder, "voice.wav");
        if (!File.Exists(kept))
        {
            var voice = separator.Separate(Sound(Path.Combine(Folder, "master.wav")))[Stem.Vocals];
            using var stream = File.Create(kept);
            using var writer = new WavWriter(stream, 2, SampleRate.House, WavFormat.Float32);
            writer.Write(voice.Left, voice.Right);
        }

        return Sound(kept);
    }

    private static AudioBuffer Sound(string path)
    {
        using var stream = File.OpenRead(path);
        return WavReader.Read(stream).ToStereo();
    }
}

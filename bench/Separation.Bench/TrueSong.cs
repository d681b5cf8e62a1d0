using System.Text.Json;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>A song of the engine with its true stems, summed to four; the mix is their sum.</summary>
internal sealed record TrueSong(string Name, AudioBuffer Mix, AudioBuffer[] Stems)
{
    /// <summary>Everything but the vocals.</summary>
    public AudioBuffer Instrumental { get; } = Signals.Difference(Mix, Stems[(int)Stem.Vocals]);

    /// <summary>The same song, but what is separated is its decoded MP3, where the folder has one.</summary>
    public TrueSong? Coded(string folder)
    {
        var path = Path.Combine(folder, "master.decoded.wav");
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        var mix = new AudioBuffer(Mix.Length);
        Signals.Add(mix, WavReader.Read(stream).ToStereo());
        return this with { Mix = mix };
    }

    /// <summary>Reads a song's folder: song.json and stems/*.wav.</summary>
    public static TrueSong Read(string folder)
    {
        using var song = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "song.json")));
        var roles = song
            .RootElement.GetProperty("parts")
            .EnumerateArray()
            .ToDictionary(part => part.GetProperty("id").GetString()!, part => part.GetProperty("role").GetString());
        AudioBuffer? mix = null;
        AudioBuffer[] stems = [];
        foreach (
            var path in Directory.EnumerateFiles(Path.Combine(folder, "stems"), "*.wav").Order(StringComparer.Ordinal)
        )
        {
            using var stream = File.OpenRead(path);
            var sound = WavReader.Read(stream).ToStereo();
            if (mix is null)
            {
                mix = new AudioBuffer(sound.Length);
                stems = [.. Enum.GetValues<Stem>().Select(_ => new AudioBuffer(sound.Length))];
            }

            Signals.Add(mix, sound);
            Signals.Add(stems[(int)StemOf(Path.GetFileNameWithoutExtension(path), roles)], sound);
        }

        return new TrueSong(
            Path.GetFileName(folder),
            mix ?? throw new InvalidDataException($"{folder} has no stems."),
            stems
        );
    }

    private static Stem StemOf(string name, Dictionary<string, string?> roles) =>
        name.StartsWith("vocals", StringComparison.Ordinal)
            ? Stem.Vocals
            : roles.GetValueOrDefault(name) switch
            {
                "Drums" => Stem.Drums,
                "Bass" => Stem.Bass,
                _ => Stem.Other,
            };
}

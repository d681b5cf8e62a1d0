using System.Text.Json;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>A song of the engine with its true twelve tracks; one that is not there is null.</summary>
internal sealed record TrueTracks(string Name, AudioBuffer Mix, AudioBuffer?[] Tracks)
{
    /// <summary>Reads a song's folder: song.json and stems/*.wav.</summary>
    public static TrueTracks Read(string folder)
    {
        using var song = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "song.json")));
        var parts = song
            .RootElement.GetProperty("parts")
            .EnumerateArray()
            .ToDictionary(part => part.GetProperty("id").GetString()!, TrackOf);
        AudioBuffer? mix = null;
        var tracks = new AudioBuffer?[Enum.GetValues<Track>().Length];
        foreach (
            var path in Directory.EnumerateFiles(Path.Combine(folder, "stems"), "*.wav").Order(StringComparer.Ordinal)
        )
        {
            using var stream = File.OpenRead(path);
            var sound = WavReader.Read(stream).ToStereo();
            mix ??= new AudioBuffer(sound.Length);
            var track = TrackOf(Path.GetFileNameWithoutExtension(path), parts);
            Signals.Add(mix, sound);
            Signals.Add(tracks[(int)track] ??= new AudioBuffer(mix.Length), sound);
        }

        return new TrueTracks(
            Path.GetFileName(folder),
            mix ?? throw new InvalidDataException($"{folder} has no stems."),
            tracks
        );
    }

    private static Track TrackOf(string name, Dictionary<string, Track> parts) =>
        name switch
        {
            "vocals" or "vocals-double-left" or "vocals-double-right" => Track.Vocals,
            _ when name.StartsWith("vocals", StringComparison.Ordinal) => Track.BackingVocals,
            _ => parts.GetValueOrDefault(name, Track.Fx),
        };

    // As the engine's own split has it: effects, percussion banks and bass lines first, then the General MIDI family.
    private static Track TrackOf(JsonElement part) =>
        part.GetProperty("role").GetString() is "Effects" ? Track.Fx
        : part.GetProperty("bank").GetInt32() == 128 ? Track.Drums
        : part.GetProperty("role").GetString() is "Bass" ? Track.Bass
        : part.GetProperty("program").GetInt32() switch
        {
            22 => Track.Woodwinds,
            <= 23 => Track.Keys,
            <= 31 => Track.Guitar,
            <= 39 => Track.Bass,
            47 => Track.Percussion,
            <= 55 => Track.Strings,
            <= 63 => Track.Brass,
            <= 79 => Track.Woodwinds,
            <= 103 => Track.Synth,
            <= 107 => Track.Guitar,
            108 or 114 => Track.Keys,
            109 or 111 => Track.Woodwinds,
            110 => Track.Strings,
            <= 118 => Track.Percussion,
            _ => Track.Fx,
        };
}

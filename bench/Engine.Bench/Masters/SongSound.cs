using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>A made song with its sound on disk.</summary>
internal sealed class SongSound
{
    private readonly string _folder;

    public SongSound(string folder)
    {
        _folder = folder;
        using var file = File.OpenRead(Path.Combine(folder, "song.json"));
        Song = SongFile.Read(file);
        using var lines = File.OpenRead(Path.Combine(folder, "lyrics.json"));
        Lines = LyricTimes.Read(lines);
        Master = Wave.Read(Path.Combine(folder, "master.wav"));
        Map = new TimeMap(Song.Tempos);
    }

    public Song Song { get; }

    public LyricTimes Lines { get; }

    public AudioBuffer Master { get; }

    public TimeMap Map { get; }

    /// <summary>A stem by its id; null when there is none.</summary>
    public AudioBuffer? Stem(string id) =>
        Path.Combine(_folder, "stems", id + ".wav") is var path && File.Exists(path) ? Wave.Read(path) : null;

    /// <summary>The master without all that is sung.</summary>
    public AudioBuffer Band()
    {
        var voices = Directory.GetFiles(Path.Combine(_folder, "stems"), "vocals*.wav").Order(StringComparer.Ordinal);
        return voices.Aggregate(Master, (rest, path) => Without(rest, Wave.Read(path)));
    }

    /// <summary>The master without a stem.</summary>
    public AudioBuffer Without(AudioBuffer stem) => Without(Master, stem);

    private static AudioBuffer Without(AudioBuffer whole, AudioBuffer stem)
    {
        var rest = new AudioBuffer(whole.Length);
        for (var i = 0; i < whole.Length; i++)
        {
            rest.Left[i] = whole.Left[i] - stem.Left[i];
            rest.Right[i] = whole.Right[i] - stem.Right[i];
        }

        return rest;
    }
}

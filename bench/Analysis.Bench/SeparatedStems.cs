using Troubadour.Audio;
using Troubadour.Separation;

namespace Troubadour.Analysis.Bench;

/// <summary>The stems that the separator makes of a song's master; kept beside the song, because they take longer than their analysis.</summary>
internal sealed record SeparatedStems(AudioBuffer Vocals, AudioBuffer Drums, AudioBuffer Bass, AudioBuffer Other)
{
    private static readonly string[] s_names = ["vocals", "drums", "bass", "other"];

    /// <summary>Reads them, or separates the song where there are none yet.</summary>
    public static SeparatedStems Of(string song, AudioBuffer master)
    {
        var folder = Directory.CreateDirectory(Path.Combine(song, "separated")).FullName;
        var paths = s_names.Select(name => Path.Combine(folder, name + ".wav")).ToList();
        if (!paths.TrueForAll(File.Exists))
        {
            using var separator = Separator.Load(Path.Combine("models", "separation.onnx"));
            var stems = separator.Separate(master);
            Write(paths[0], stems[Stem.Vocals]);
            Write(paths[1], stems[Stem.Drums]);
            Write(paths[2], stems[Stem.Bass]);
            Write(paths[3], stems[Stem.Other]);
        }

        return new(Read(paths[0]), Read(paths[1]), Read(paths[2]), Read(paths[3]));
    }

    private static AudioBuffer Read(string path)
    {
        using var stream = File.OpenRead(path);
        return WavReader.Read(stream).ToStereo();
    }

    private static void Write(string path, AudioBuffer audio)
    {
        using var stream = File.Create(path);
        using var writer = new WavWriter(stream, 2, audio.Rate, WavFormat.Pcm16);
        writer.Write(audio.Left, audio.Right);
    }
}

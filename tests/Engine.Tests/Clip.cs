using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>The files of a made clip.</summary>
internal static class Clip
{
    public static Song Song(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "song.json"));
        return SongFile.Read(file);
    }

    public static AudioBuffer Master(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "master.wav"));
        return WavReader.Read(file, int.MaxValue).ToStereo();
    }

    /// <summary>The largest difference of two sounds between two frames, in dBFS; the second starts later by some frames.</summary>
    public static double Difference(AudioBuffer one, AudioBuffer other, int from, int to, int later = 0)
    {
        var worst = 1e-12;
        for (var i = from; i < to; i++)
        {
            worst = Math.Max(worst, Math.Abs(one.Left[i] - other.Left[i - later]));
            worst = Math.Max(worst, Math.Abs(one.Right[i] - other.Right[i - later]));
        }

        return 20 * Math.Log10(worst);
    }

    public static double Peak(AudioBuffer sound) => Math.Max(sound.Left.Max(Math.Abs), sound.Right.Max(Math.Abs));
}

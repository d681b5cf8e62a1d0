using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The stretch of a song that its clip holds: all of it, or what comes from the song's first tick on.</summary>
internal sealed record ClipWindow(double FirstSecond, double Seconds)
{
    /// <summary>The first frame of the clip, in frames of the song.</summary>
    public int FirstFrame => (int)Math.Round(FirstSecond * SampleRate.House);

    /// <summary>The window of a song's clip.</summary>
    public static ClipWindow Of(Song song)
    {
        var first = song.From == 0 ? 0 : new TimeMap(song.Tempos).SecondsAt(song.From);
        return new ClipWindow(first, song.Seconds - first);
    }
}

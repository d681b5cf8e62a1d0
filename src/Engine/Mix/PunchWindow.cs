using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// How much of the new recording is heard at each frame of a clip: none outside of the stretch, all inside, an S-curve of one beat on the way in
/// before it and on the way out after it. Both recordings play the same there, so that their amplitudes, not their powers, add up.
/// </summary>
internal sealed class PunchWindow
{
    private readonly double _inStart;
    private readonly double _inEnd;
    private readonly double _outStart;
    private readonly double _outEnd;

    /// <summary>The window of a song's punch-in over its clip.</summary>
    public PunchWindow(Song song, PunchIn punch)
    {
        var map = new TimeMap(song.Tempos);
        var first = ClipWindow.Of(song).FirstFrame;
        var beat = song.Meter.TicksPerPulse;
        _inStart = Frame(punch.From - beat);
        _inEnd = Frame(punch.From);
        _outStart = Frame(punch.To);
        _outEnd = Frame(punch.To + beat);

        double Frame(int tick) => map.SecondsAt(tick) * SampleRate.House - first;
    }

    /// <summary>Lays new sound over what was there.</summary>
    /// <param name="start">The frame of the clip at which both begin.</param>
    /// <param name="fresh">The new sound; becomes the result.</param>
    /// <param name="before">What was there, as long.</param>
    public void Lay(int start, Span<float> fresh, ReadOnlySpan<float> before)
    {
        for (var i = 0; i < fresh.Length; i++)
        {
            var weight = Weight(start + i);
            fresh[i] =
                weight == 0 ? before[i]
                : weight == 1 ? fresh[i]
                : (float)(before[i] + weight * (fresh[i] - before[i]));
        }
    }

    private double Weight(int frame)
    {
        var way =
            frame < _inEnd ? (frame - _inStart) / (_inEnd - _inStart)
            : frame > _outStart ? (_outEnd - frame) / (_outEnd - _outStart)
            : 1;
        var t = Math.Clamp(way, 0, 1);
        return t * t * (3 - 2 * t);
    }
}

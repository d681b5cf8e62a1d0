using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// How much of a recording is heard at each frame of a clip: all of it in its stretches, with fades of a twentieth of a second that end where a
/// stretch ends and where it begins, so that the first beat of what comes after is whole.
/// </summary>
internal sealed class TapeSpans
{
    private const double FadeSeconds = 0.05;

    private readonly ImmutableArray<(double From, double To)> _spans;
    private readonly double _fade = FadeSeconds * SampleRate.House;

    /// <summary>The stretches of some uses of a song's recording.</summary>
    /// <param name="song">The song; without a recording nothing is heard.</param>
    /// <param name="heard">Which uses count.</param>
    /// <param name="firstFrame">The frame of the song at which frames are counted from 0.</param>
    public TapeSpans(Song song, Func<RecordedSound, bool> heard, int firstFrame = 0)
    {
        var map = new TimeMap(song.Tempos);
        _spans =
        [
            .. (song.Recording?.Spans ?? [])
                .Where(span => heard(span.Heard))
                .Select(span => (Frame(span.From), Frame(span.To))),
        ];

        double Frame(int tick) =>
            tick == 0 ? double.NegativeInfinity
            : tick == int.MaxValue ? double.PositiveInfinity
            : map.SecondsAt(tick) * SampleRate.House - firstFrame;
    }

    /// <summary>True when nothing is heard at all.</summary>
    public bool IsEmpty => _spans.IsEmpty;

    /// <summary>The share at a frame, 0 to 1.</summary>
    public double At(int frame)
    {
        var share = 0.0;
        foreach (var (from, to) in _spans)
        {
            var distance = Math.Min(frame - from + _fade, to - frame);
            share = Math.Max(share, Curve(distance / _fade));
        }

        return share;
    }

    /// <summary>Frames since a stretch began and until it ends; both -1 outside of all.</summary>
    public (double After, double Before) Edges(int frame)
    {
        foreach (var (from, to) in _spans)
        {
            if (frame >= from && frame < to)
            {
                return (frame - from, to - frame);
            }
        }

        return (-1, -1);
    }

    /// <summary>An S from 0 to 1.</summary>
    public static double Curve(double way)
    {
        var t = Math.Clamp(way, 0, 1);
        return t * t * (3 - 2 * t);
    }
}

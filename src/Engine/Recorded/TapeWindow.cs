using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Lays a recording over a mix where it is heard as it is. What rings on from before its stretches fades within a beat, so that the recording is
/// what it was from there on.
/// </summary>
/// <param name="song">The song.</param>
/// <param name="tape">Its recording.</param>
/// <param name="firstFrame">The frame of the song at which its clip starts.</param>
internal sealed class TapeWindow(Song song, Tape tape, int firstFrame)
{
    private const int Block = 8192;
    private const double PickUpSeconds = 0.05;

    private readonly TapeSpans _spans = new(song, heard => heard == RecordedSound.Whole, firstFrame);
    private readonly double _ring =
        60 / song.Tempos[0].QuartersPerMinute * song.Meter.TicksPerPulse / Ticks.PerQuarter * SampleRate.House;

    /// <summary>True when there is nothing to lay.</summary>
    public bool IsEmpty => _spans.IsEmpty;

    /// <summary>Lays the recording over a master.</summary>
    public void Lay(AudioBuffer master)
    {
        var (left, right) = (new float[Block], new float[Block]);
        for (var start = 0; start < master.Length; start += Block)
        {
            var count = Math.Min(Block, master.Length - start);
            Read(start, left.AsSpan(0, count), right.AsSpan(0, count));
            var freshLeft = master.Left.AsSpan(start, count);
            var freshRight = master.Right.AsSpan(start, count);
            Soften(start, freshLeft, freshRight);
            Add(freshLeft, left);
            Add(freshRight, right);
        }
    }

    /// <summary>What is laid: the recording where it is heard, silence elsewhere.</summary>
    /// <param name="start">The first frame, counted in the clip.</param>
    /// <param name="left">Takes the left samples.</param>
    /// <param name="right">Takes the right samples, as many.</param>
    public void Read(int start, Span<float> left, Span<float> right)
    {
        tape.Read(RecordedSound.Whole, firstFrame + start, left, right);
        for (var i = 0; i < left.Length; i++)
        {
            var share = (float)_spans.At(start + i);
            left[i] *= share;
            right[i] *= share;
        }
    }

    /// <summary>Fades what is played where the recording is heard.</summary>
    /// <param name="start">The first frame, counted in the clip.</param>
    /// <param name="left">Left samples of what is played.</param>
    /// <param name="right">Right samples, as many.</param>
    public void Soften(int start, Span<float> left, Span<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var share = (float)Fresh(start + i);
            left[i] *= share;
            right[i] *= share;
        }
    }

    private double Fresh(int frame)
    {
        var (after, before) = _spans.Edges(frame);
        return after < 0 || before <= 0
            ? 1
            : Math.Max(
                TapeSpans.Curve(1 - after / _ring),
                TapeSpans.Curve(1 - before / (PickUpSeconds * SampleRate.House))
            );
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> what)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += what[i];
        }
    }
}

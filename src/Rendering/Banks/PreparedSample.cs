namespace Troubadour.Rendering;

/// <summary>
/// A sample laid out so that the interpolator may read straight on: <see cref="Lead"/> zeros, the points, then the loop unrolled
/// (or zeros) as far as one block of the fastest playing reaches.
/// </summary>
internal sealed class PreparedSample
{
    /// <summary>Points the kernel needs before the position.</summary>
    public const int Lead = InterpolationKernel.Taps / 2 - 1;

    /// <summary>Highest playing speed, in sample points a frame.</summary>
    public const int FastestStep = 64;

    /// <summary>Points past the last position that a rounded-up group of eight frames may touch.</summary>
    private const int Slack = 8 * FastestStep + InterpolationKernel.Taps;

    /// <summary>Unrolled points, so that a block at up to twice the speed needs no wrap inside.</summary>
    private const int Unrolled = 2 * VoiceBuses.BlockFrames + Lead;

    private PreparedSample(short[] data, int limit, int loopEnd, int loopLength)
    {
        Data = data;
        Limit = limit;
        WrapAt = loopEnd + Lead;
        LoopLength = loopLength;
    }

    /// <summary>The points; position p is played from <c>Data[p]</c> to <c>Data[p + 7]</c>.</summary>
    public short[] Data { get; }

    /// <summary>Positions below this may be played.</summary>
    public int Limit { get; }

    /// <summary>From this position on, <see cref="LoopLength"/> may be taken off without changing a bit.</summary>
    public int WrapAt { get; }

    /// <summary>Length of the loop in points; 0 if the sample ends.</summary>
    public int LoopLength { get; }

    /// <summary>Lays out a sample that ends.</summary>
    public static PreparedSample OneShot(ReadOnlySpan<short> points)
    {
        var data = new short[Lead + points.Length + Slack];
        points.CopyTo(data.AsSpan(Lead));
        return new PreparedSample(data, points.Length, 0, 0);
    }

    /// <summary>Lays out a sample that loops from <paramref name="loopStart"/> to just before <paramref name="loopEnd"/>.</summary>
    public static PreparedSample Looped(ReadOnlySpan<short> points, int loopStart, int loopEnd)
    {
        var limit = loopEnd + Unrolled;
        var data = new short[Lead + limit + Slack];
        points[..loopEnd].CopyTo(data.AsSpan(Lead));
        var length = loopEnd - loopStart;
        for (var i = Lead + loopEnd; i < data.Length; i++)
        {
            data[i] = data[i - length];
        }

        return new PreparedSample(data, limit, loopEnd, length);
    }
}

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

    private const int PeakShift = 11;
    private const int StartPoints = 44;

    private readonly float[] _peaks;

    private PreparedSample(short[] data, int limit, int loopEnd, int loopLength)
    {
        _peaks = PeaksOf(data, loopEnd, loopLength);
        StartsSilent = PeakOf(data.AsSpan(0, Math.Min(data.Length, StartPoints))) / 32768f <= 0.01f * _peaks[0];
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

    /// <summary>Where the loop starts; meaningless without one.</summary>
    public int LoopStart => WrapAt - Lead - LoopLength;

    /// <summary>True if its first millisecond is 40 dB under its greatest height.</summary>
    public bool StartsSilent { get; }

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

    /// <summary>The greatest height from a position on to the end, or for ever where there is a loop; 1 is full scale.</summary>
    public float PeakFrom(int position) => _peaks[Math.Min(position >> PeakShift, _peaks.Length - 1)];

    private static float[] PeaksOf(short[] data, int loopEnd, int loopLength)
    {
        var greatest = PeakOf(data.AsSpan(Lead + loopEnd - loopLength, loopLength));
        var peaks = new float[((data.Length - 1) >> PeakShift) + 1];
        for (var i = peaks.Length - 1; i >= 0; i--)
        {
            var start = i << PeakShift;
            var length = Math.Min(1 << PeakShift, data.Length - start);
            greatest = Math.Max(greatest, PeakOf(data.AsSpan(start, length)));
            peaks[i] = greatest / 32768f;
        }

        return peaks;
    }

    private static int PeakOf(ReadOnlySpan<short> points)
    {
        var (low, high) = (0, 0);
        foreach (var point in points)
        {
            (low, high) = (Math.Min(low, point), Math.Max(high, point));
        }

        return Math.Max(-low, high);
    }
}

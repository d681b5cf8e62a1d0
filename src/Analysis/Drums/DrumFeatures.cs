namespace Troubadour.Analysis;

/// <summary>What a stroke is told by: in each band its rise and its level, in groups of bands how it dies away.</summary>
internal sealed class DrumFeatures(BandFrames frames)
{
    private const int Group = 4;
    private static readonly (int From, int To)[] s_later = [(6, 9), (12, 16), (22, 28)];

    /// <summary>Values for a stroke.</summary>
    public int Count => 2 * frames.Bands + s_later.Length * Groups + 3;

    private int Groups => (frames.Bands + Group - 1) / Group;

    /// <summary>Reads the values at a frame.</summary>
    public void Read(int frame, Span<float> values)
    {
        var bands = frames.Bands;
        var rise = values[..bands];
        var level = values.Slice(bands, bands);
        for (var b = 0; b < bands; b++)
        {
            var before = Math.Min(frames[frame - 3][b], frames[frame - 2][b]);
            level[b] = Math.Max(frames[frame][b], Math.Max(frames[frame + 1][b], frames[frame + 2][b]));
            rise[b] = level[b] - before;
        }

        var at = 2 * bands;
        foreach (var (from, to) in s_later)
        {
            for (var g = 0; g < Groups; g++)
            {
                values[at++] = Later(frame, from, to, g) - Mean(level, g);
            }
        }

        values[at] = frames.Rise(frame);
        values[at + 1] = Highest(frame - 12, frame - 3);
        values[at + 2] = Highest(frame + 4, frame + 12);
    }

    private float Later(int frame, int from, int to, int group)
    {
        var sum = 0f;
        for (var f = frame + from; f < frame + to; f++)
        {
            sum += Mean(frames[f], group);
        }

        return sum / (to - from);
    }

    private float Mean(ReadOnlySpan<float> values, int group)
    {
        var (sum, end) = (0f, Math.Min(frames.Bands, (group + 1) * Group));
        for (var b = group * Group; b < end; b++)
        {
            sum += values[b];
        }

        return sum / (end - group * Group);
    }

    private float Highest(int from, int to)
    {
        var top = 0f;
        for (var f = from; f < to; f++)
        {
            top = Math.Max(top, f >= 0 && f < frames.Count ? frames.Rise(f) : 0);
        }

        return top;
    }
}

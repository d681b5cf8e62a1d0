namespace Troubadour.Separation;

/// <summary>How much power each part got, in stretches of 512 frames (12 s).</summary>
internal sealed class MaskTotals(int parts)
{
    /// <summary>Frames of a stretch.</summary>
    public const int Stretch = 512;

    private readonly double[] _own = new double[parts];
    private int _frames;

    /// <summary>Power by stretch and part.</summary>
    public List<double[]> Stretches { get; } = [];

    /// <summary>Adds a frame.</summary>
    /// <param name="powers">[channel][band].</param>
    /// <param name="masks">[part][channel][band].</param>
    public void Add(ReadOnlySpan<float> powers, ReadOnlySpan<float> masks)
    {
        for (var part = 0; part < parts; part++)
        {
            var own = masks.Slice(part * powers.Length, powers.Length);
            var sum = 0.0;
            for (var i = 0; i < powers.Length; i++)
            {
                sum += own[i] * own[i] * powers[i];
            }

            _own[part] += sum;
        }

        if (++_frames == Stretch)
        {
            End();
        }
    }

    /// <summary>Ends the last stretch.</summary>
    public void End()
    {
        if (_frames > 0)
        {
            Stretches.Add([.. _own]);
            Array.Clear(_own);
            _frames = 0;
        }
    }
}

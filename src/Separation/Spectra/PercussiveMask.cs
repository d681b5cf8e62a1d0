namespace Troubadour.Separation;

/// <summary>
/// How percussive each bin of a frame is, 0 to 1: the power's median over neighbouring frequencies against its median over neighbouring
/// times (Fitzgerald, Harmonic/percussive separation using median filtering, DAFx 2010).
/// </summary>
internal sealed class PercussiveMask
{
    private const int Reach = ForgetfulMedian.Count / 2;
    private const float Least = 1e-9f;

    private readonly int[] _times = new int[ForgetfulMedian.Count];
    private readonly int[] _frequencies = new int[ForgetfulMedian.Count];
    private readonly float[] _steady = new float[ForgetfulMedian.Width];
    private readonly float[] _broad = new float[ForgetfulMedian.Width];

    /// <summary>Computes it.</summary>
    /// <param name="ring">Frames, with those around this one where there are any.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="mask">One value for each bin.</param>
    public void Compute(FrameRing ring, long frame, Span<float> mask)
    {
        var own = ring.Row(frame);
        for (var i = 0; i < ForgetfulMedian.Count; i++)
        {
            _times[i] = ring.Row(frame + i - Reach);
            _frequencies[i] = own + i - Reach;
        }

        for (var bin = 0; bin < Grid.Bins; bin += ForgetfulMedian.Width)
        {
            ForgetfulMedian.Compute(ring.Powers, _times, _steady);
            ForgetfulMedian.Compute(ring.Powers, _frequencies, _broad);
            var count = Math.Min(ForgetfulMedian.Width, Grid.Bins - bin);
            for (var i = 0; i < count; i++)
            {
                mask[bin + i] = _broad[i] / (_broad[i] + _steady[i] + Least);
            }

            for (var i = 0; i < ForgetfulMedian.Count; i++)
            {
                _times[i] += ForgetfulMedian.Width;
                _frequencies[i] += ForgetfulMedian.Width;
            }
        }
    }
}

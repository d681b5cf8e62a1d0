using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// An equaliser's dip around 2 kHz that opens in planned stretches: the band around it is taken away in part. At rest, what passes is untouched.
/// </summary>
internal sealed class PresenceDip
{
    private const double Hertz = 2000;
    private const double Q = 0.6;

    private readonly StereoBiquadChain _band;
    private readonly float[] _left = new float[ChannelStrip.Block];
    private readonly float[] _right = new float[ChannelStrip.Block];
    private readonly PlannedDucker _gain;
    private float _last = 1;

    public PresenceDip(DuckPlan plan, int chunkFrames, int rate)
    {
        _gain = new(plan, chunkFrames, rate);
        _band = new(BiquadCoefficients.BandPass(Hertz, Q, rate));
    }

    /// <summary>Computes the depths of the next chunk.</summary>
    public void Advance(int frames) => _gain.Advance(frames);

    /// <summary>Dips up to a block in place.</summary>
    /// <param name="at">The block's place in the chunk.</param>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    public void Process(int at, Span<float> left, Span<float> right)
    {
        var before = _last;
        var gains = Gains(at, left.Length);
        _last = gains[^1];
        if (before == 1 && gains.IndexOfAnyExcept(1f) < 0)
        {
            _band.Reset();
            return;
        }

        var l = _left.AsSpan(0, left.Length);
        var r = _right.AsSpan(0, left.Length);
        left.CopyTo(l);
        right.CopyTo(r);
        _band.Process(l, r);
        Kernels.Subtract(left, l, before, gains);
        Kernels.Subtract(right, r, before, gains);
    }

    /// <summary>Passes a block of silence.</summary>
    public void Skip(int at, int frames)
    {
        _last = Gains(at, frames)[^1];
        _band.Reset();
    }

    private ReadOnlySpan<float> Gains(int at, int frames) =>
        _gain.Gains.AsSpan(at / Kernels.Control, (frames + Kernels.Control - 1) / Kernels.Control);
}

namespace Troubadour.Mixing;

/// <summary>A fader on what both sides do not share, that moves by a curve: width by section.</summary>
internal sealed class SideFader
{
    private readonly Automation _curve;
    private readonly float[] _gains = new float[ChannelStrip.Block / Kernels.Control];
    private readonly float[] _side = new float[ChannelStrip.Block];
    private readonly float[] _other = new float[ChannelStrip.Block];
    private float _last;

    public SideFader(IReadOnlyList<GainPoint> points, int rate)
    {
        _curve = new(0, points, rate);
        _last = _curve.Start;
    }

    /// <summary>Moves the sides of up to a block in place; silence costs only the curve.</summary>
    public void Process(Span<float> left, Span<float> right, bool isSilent)
    {
        var points = (left.Length + Kernels.Control - 1) / Kernels.Control;
        for (var i = 0; i < points; i++)
        {
            _gains[i] = _curve.Next();
        }

        var before = _last;
        var gains = _gains.AsSpan(0, points);
        _last = gains[^1];
        if (isSilent || (before == 1 && gains.IndexOfAnyExcept(1f) < 0))
        {
            return;
        }

        // What the sides gain is the half difference times the gain less one, with opposite signs.
        var side = _side.AsSpan(0, left.Length);
        left.CopyTo(side);
        Kernels.AddScaled(side, right, -1);
        Kernels.Scale(side, 0.5f);
        var other = _other.AsSpan(0, left.Length);
        side.CopyTo(other);
        Kernels.Scale(other, -1);
        Kernels.Subtract(left, side, before, gains);
        Kernels.Subtract(right, other, before, gains);
    }
}

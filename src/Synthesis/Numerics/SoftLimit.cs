using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// A soft limit x/√(1+x²) of one channel. So that it folds little back, each sample is the mean of the curve over the step to it
/// (antiderivative method of Parker, Zavalishin and Le Bivic 2016), which for this curve is (x₁+x₀)/(√(1+x₁²)+√(1+x₀²)).
/// </summary>
internal sealed class SoftLimit
{
    private const int Most = SynthPlayer.BlockFrames;
    private readonly float[] _x = new float[Most + 9];
    private readonly float[] _roots = new float[Most + 9];

    public SoftLimit() => Reset();

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        _x[0] = 0;
        _roots[0] = 1;
    }

    /// <summary>Works in place on at most a block.</summary>
    /// <param name="samples">The channel.</param>
    /// <param name="drive">Factor into the limit.</param>
    /// <param name="back">Factor out of it.</param>
    /// <param name="mix">0 dry to 1.</param>
    public void Process(Span<float> samples, float drive, float back, float mix)
    {
        var one = Vector256.Create(1f);
        var count = samples.Length;
        samples.CopyTo(_x.AsSpan(1));
        for (var i = 0; i < count; i += 8)
        {
            var x = Vector256.Create(_x.AsSpan(i + 1)) * drive;
            x.CopyTo(_x.AsSpan(i + 1));
            Vector256.Sqrt(one + x * x).CopyTo(_roots.AsSpan(i + 1));
        }

        var whole = count & ~7;
        for (var i = 0; i < whole; i += 8)
        {
            var y =
                (Vector256.Create(_x.AsSpan(i + 1)) + Vector256.Create(_x.AsSpan(i)))
                / (Vector256.Create(_roots.AsSpan(i + 1)) + Vector256.Create(_roots.AsSpan(i)));
            var dry = Vector256.Create(samples[i..]);
            (dry + (y * back - dry) * mix).CopyTo(samples[i..]);
        }

        for (var i = whole; i < count; i++)
        {
            var y = (_x[i + 1] + _x[i]) / (_roots[i + 1] + _roots[i]);
            samples[i] += (y * back - samples[i]) * mix;
        }

        (_x[0], _roots[0]) = (_x[count], _roots[count]);
    }
}

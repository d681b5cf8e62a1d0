using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// A soft limit x/√(1+x²). So that it folds little back, each sample is the mean of the curve over the step to it (antiderivative method of
/// Parker, Zavalishin and Le Bivic 2016), which for this curve is (x₁+x₀)/(√(1+x₁²)+√(1+x₀²)).
/// </summary>
internal sealed class SaturateInsert(InsertSheet sheet) : Insert
{
    private readonly float _drive = (float)DeterministicMath.FromDecibels(sheet.Gain);
    private readonly float _mix = (float)sheet.Mix;
    private readonly float[] _last = new float[4];

    /// <inheritdoc/>
    public override void Reset() => Array.Clear(_last);

    /// <inheritdoc/>
    public override void Process(long start, Span<float> left, Span<float> right)
    {
        Channel(left, ref _last[0], ref _last[1]);
        Channel(right, ref _last[2], ref _last[3]);
    }

    private void Channel(Span<float> samples, ref float last, ref float lastRoot)
    {
        var (x0, s0) = (last, Math.Max(1, lastRoot));
        var back = 1 / _drive;
        for (var i = 0; i < samples.Length; i++)
        {
            var x = samples[i] * _drive;
            var s = (float)Math.Sqrt(1 + x * x);
            var y = (x + x0) / (s + s0) * back;
            samples[i] += (y - samples[i]) * _mix;
            (x0, s0) = (x, s);
        }

        (last, lastRoot) = (x0, s0);
    }
}

using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>The gain of every frame from the bus to the master: loudness, limiter, closing fade. Stems get the same.</summary>
internal sealed class MasterCurve
{
    private readonly float _gain;
    private readonly float[] _limits;
    private readonly int _frames;
    private readonly float[] _fade;

    public MasterCurve(float gain, float[] limits, int frames, double fadeSeconds, int rate)
    {
        (_gain, _limits, _frames) = (gain, limits, frames);
        _fade = new float[Math.Min(frames, (int)(fadeSeconds * rate))];
        for (var i = 0; i < _fade.Length; i++)
        {
            _fade[i] = (float)(0.5 + 0.5 * DeterministicMath.Cos(Math.PI * (i + 1) / _fade.Length));
        }
    }

    /// <summary>Applies the curve to frames from <paramref name="start"/> on, a multiple of a limiter block.</summary>
    public void Apply(int start, Span<float> left, Span<float> right)
    {
        for (var at = 0; at < left.Length; at += Limiter.Block)
        {
            var block = (start + at) / Limiter.Block;
            var count = Math.Min(Limiter.Block, left.Length - at);
            var (from, to) = (_gain * _limits[block], _gain * _limits[block + 1]);
            Ramp(left.Slice(at, count), from, to);
            Ramp(right.Slice(at, count), from, to);
        }

        for (var i = Math.Max(0, _frames - _fade.Length - start); i < left.Length; i++)
        {
            var fade = _fade[start + i - (_frames - _fade.Length)];
            left[i] *= fade;
            right[i] *= fade;
        }
    }

    private static void Ramp(Span<float> samples, float from, float to)
    {
        if (from == to)
        {
            Kernels.Scale(samples, from);
            return;
        }

        // Two lines of 16 frames that meet in the middle.
        Span<float> gains = [0.5f * (from + to), to];
        Kernels.ApplyGains(samples, from, gains);
    }
}

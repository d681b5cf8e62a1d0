using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>The gain of every frame from the bus to the master: loudness, glue, limiter, closing fade. Stems get the same.</summary>
internal sealed class MasterCurve
{
    private readonly float[] _edges;
    private readonly int _frames;
    private readonly float[] _fade;

    public MasterCurve(float gain, ReadOnlySpan<int> steps, int frames, double fadeSeconds, int rate)
    {
        _frames = frames;
        _edges = new float[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            _edges[i] = gain * GainSteps.Ratio(steps[i]);
        }

        _fade = new float[Math.Min(frames, (int)(fadeSeconds * rate))];
        for (var i = 0; i < _fade.Length; i++)
        {
            _fade[i] = (float)(0.5 + 0.5 * DeterministicMath.Cos(Math.PI * (i + 1) / _fade.Length));
        }
    }

    /// <summary>Applies the curve to frames from <paramref name="start"/> on, a multiple of a limiter block.</summary>
    public void Apply(int start, Span<float> left, Span<float> right)
    {
        Apply(_edges.AsSpan(start / Limiter.Block), left, right);
        for (var i = Math.Max(0, _frames - _fade.Length - start); i < left.Length; i++)
        {
            var fade = _fade[start + i - (_frames - _fade.Length)];
            left[i] *= fade;
            right[i] *= fade;
        }
    }

    /// <summary>Applies gains of one edge every 32 frames, the first at the first frame's start.</summary>
    public static void Apply(ReadOnlySpan<float> edges, Span<float> left, Span<float> right)
    {
        for (var at = 0; at < left.Length; at += Limiter.Block)
        {
            var block = at / Limiter.Block;
            var count = Math.Min(Limiter.Block, left.Length - at);
            Ramp(left.Slice(at, count), edges[block], edges[block + 1]);
            Ramp(right.Slice(at, count), edges[block], edges[block + 1]);
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

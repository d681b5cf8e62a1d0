using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Listens to a stem and says by how much another should be turned down: by the full depth while the stem's level is over half of its own
/// peak of the last seconds, in proportion below.
/// </summary>
internal sealed class Ducker : DuckGain
{
    private const double MemorySeconds = 8;
    private const double Floor = 1e-4;

    private readonly Biquad? _filter;
    private readonly double _forget;
    private readonly float[] _mono;
    private double _top;

    public Ducker(DuckSettings settings, int chunkFrames, int rate)
        : base(settings.DepthDb, settings.AttackSeconds, settings.ReleaseSeconds, chunkFrames, rate)
    {
        _mono = new float[chunkFrames];
        _forget = DeterministicMath.Exp(-1 / (MemorySeconds * rate / Kernels.Control));
        _filter = settings.KeyLowPassHz is { } hz
            ? new(BiquadCoefficients.LowPass(hz, BiquadCoefficients.Butterworth, rate))
            : null;
    }

    public void Listen(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var mono = _mono.AsSpan(0, left.Length);
        mono.Clear();
        Kernels.AddScaled(mono, left, 0.5f);
        Kernels.AddScaled(mono, right, 0.5f);
        _filter?.Process(mono);
        for (var start = 0; start < mono.Length; start += Kernels.Control)
        {
            var part = mono.Slice(start, Math.Min(Kernels.Control, mono.Length - start));
            Gains[start / Kernels.Control] = Toward(Wanted(Kernels.Peak(part, part)));
        }
    }

    private double Wanted(double level)
    {
        _top = Math.Max(level, Math.Max(_top * _forget, Floor));
        return level < Floor ? 0 : Math.Min(1, level / (0.5 * _top));
    }
}

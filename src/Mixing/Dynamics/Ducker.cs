using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Listens to a stem and says by how much another should be turned down, every 16 frames: by the full depth while the stem's level is over
/// half of its own peak of the last seconds, in proportion below.
/// </summary>
internal sealed class Ducker
{
    private const double MemorySeconds = 8;
    private const double Floor = 1e-4;

    private readonly DuckSettings _settings;
    private readonly Biquad? _filter;
    private readonly double _attack;
    private readonly double _release;
    private readonly double _forget;
    private readonly float[] _mono;
    private double _top;
    private double _amount;

    public Ducker(DuckSettings settings, int chunkFrames, int rate)
    {
        _settings = settings;
        _mono = new float[chunkFrames];
        Gains = new float[(chunkFrames + Kernels.Control - 1) / Kernels.Control];
        var points = (double)rate / Kernels.Control;
        _attack = 1 - DeterministicMath.Exp(-1 / (Math.Max(settings.AttackSeconds, 1e-4) * points));
        _release = 1 - DeterministicMath.Exp(-1 / (Math.Max(settings.ReleaseSeconds, 1e-4) * points));
        _forget = DeterministicMath.Exp(-1 / (MemorySeconds * points));
        _filter = settings.KeyLowPassHz is { } hz
            ? new(BiquadCoefficients.LowPass(hz, BiquadCoefficients.Butterworth, rate))
            : null;
    }

    /// <summary>The gains of the last chunk, one every 16 frames.</summary>
    public float[] Gains { get; }

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
            Gains[start / Kernels.Control] = Next(Kernels.Peak(part, part));
        }
    }

    private float Next(double level)
    {
        _top = Math.Max(level, Math.Max(_top * _forget, Floor));
        var wanted = Math.Min(1, level / (0.5 * _top));
        wanted = level < Floor ? 0 : wanted;
        _amount += (wanted > _amount ? _attack : _release) * (wanted - _amount);
        if (_amount < 1e-4)
        {
            _amount = 0;
            return 1;
        }

        return (float)DeterministicMath.FromDecibels(-_settings.DepthDb * _amount);
    }
}

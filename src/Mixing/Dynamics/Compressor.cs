using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// A feed-forward compressor after Giannoulis, Massberg and Reiss 2012 ("Digital dynamic range compressor design", JAES 60): level in
/// decibels, soft knee, smooth branching of attack and release on the gain reduction. Gain moves every 16 frames and is joined by straight
/// lines. Frames must come in multiples of 16, but for the last block.
/// </summary>
public sealed class Compressor
{
    private readonly CompressorSettings _settings;
    private readonly double _attack;
    private readonly double _release;
    private readonly float _kneeStart;
    private readonly float _makeup;
    private double _reduction;
    private float _last;

    /// <summary>Makes it at rest.</summary>
    public Compressor(CompressorSettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Ratio, 1);
        _settings = settings;
        var points = (double)rate / Kernels.Control;
        _attack = 1 - DeterministicMath.Exp(-1 / (Math.Max(settings.AttackSeconds, 1e-4) * points));
        _release = 1 - DeterministicMath.Exp(-1 / (Math.Max(settings.ReleaseSeconds, 1e-4) * points));
        _kneeStart = (float)DeterministicMath.FromDecibels(settings.ThresholdDb - settings.KneeDb / 2);
        _makeup = (float)DeterministicMath.FromDecibels(settings.MakeupDb);
        _last = _makeup;
    }

    /// <summary>The gain at the end of the last block, a ratio.</summary>
    public float Gain => _last;

    /// <summary>Compresses both channels in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        Span<float> gains = stackalloc float[64];
        const int Most = 64 * Kernels.Control;
        for (var start = 0; start < left.Length; start += Most)
        {
            var count = Math.Min(Most, left.Length - start);
            var before = _last;
            Follow(left.Slice(start, count), right.Slice(start, count), gains);
            Kernels.ApplyGains(left.Slice(start, count), before, gains);
            Kernels.ApplyGains(right.Slice(start, count), before, gains);
        }
    }

    /// <summary>Computes the gains of a block, one every 16 frames, without applying them.</summary>
    public void Follow(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> gains)
    {
        var at = 0;
        for (var start = 0; start < left.Length; start += Kernels.Control)
        {
            var count = Math.Min(Kernels.Control, left.Length - start);
            gains[at++] = Next(Kernels.Peak(left.Slice(start, count), right.Slice(start, count)));
        }
    }

    /// <summary>Follows a block and gives the gain at its end in decibels.</summary>
    internal double FollowDb(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var start = 0; start < left.Length; start += Kernels.Control)
        {
            var count = Math.Min(Kernels.Control, left.Length - start);
            Reduce(Kernels.Peak(left.Slice(start, count), right.Slice(start, count)));
        }

        return _settings.MakeupDb - _reduction;
    }

    /// <summary>Back to rest.</summary>
    public void Reset()
    {
        _reduction = 0;
        _last = _makeup;
    }

    /// <summary>The static curve: decibels of gain taken away at a level in dBFS.</summary>
    public double ReductionAt(double levelDb)
    {
        var over = levelDb - _settings.ThresholdDb;
        var knee = _settings.KneeDb;
        var slope = 1 - 1 / _settings.Ratio;
        if (2 * over < -knee)
        {
            return 0;
        }

        return 2 * over > knee ? slope * over : slope * (over + knee / 2) * (over + knee / 2) / (2 * knee);
    }

    private float Next(float peak)
    {
        Reduce(peak);
        return _last =
            _reduction == 0 ? _makeup : (float)DeterministicMath.FromDecibels(_settings.MakeupDb - _reduction);
    }

    private void Reduce(float peak)
    {
        var wanted = peak <= _kneeStart ? 0 : ReductionAt(DeterministicMath.ToDecibels(peak));
        _reduction += (wanted > _reduction ? _attack : _release) * (wanted - _reduction);
        _reduction = _reduction < 1e-4 ? 0 : _reduction;
    }
}

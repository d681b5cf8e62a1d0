using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// Split-band de-esser: a low-pass gives the lower band, the rest is the upper band, so that at rest the two sum to the input exactly. The
/// upper band falls while its level beside the whole passes the threshold (that is an s), as far as its share asks or as brings it under its
/// limit below the vowels sung before, whichever is more. Both are ratios, so that a louder take is treated as a softer one. Frames must come
/// in multiples of 16, but for the last block.
/// </summary>
public sealed class DeEsser
{
    private const double AttackSeconds = 0.0015;
    private const double ReleaseSeconds = 0.04;
    private const double FollowSeconds = 0.008;

    // How fast the level of the vowels is learned and forgotten.
    private const double VowelRiseSeconds = 0.03;
    private const double VowelFallSeconds = 1.5;

    // A sound with more than this of its energy in the upper band is no vowel.
    private const double VowelShare = 0.1;

    // How far over the threshold a sound is an s for certain.
    private const double SureDb = 3;
    private const int Most = 512;

    private readonly DeEsserSettings _settings;
    private readonly StereoBiquadChain _lower;
    private readonly double _attack;
    private readonly double _release;
    private readonly double _follow;
    private readonly double _rise;
    private readonly double _fall;
    private readonly float[] _left = new float[Most];
    private readonly float[] _right = new float[Most];
    private double _whole;
    private double _upper;
    private double _vowel;
    private double _reduction;
    private float _last = 1;

    /// <summary>Makes it at rest.</summary>
    public DeEsser(DeEsserSettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _lower = new(BiquadCoefficients.LowPass(settings.Hz, BiquadCoefficients.Butterworth, rate));
        var points = (double)rate / Kernels.Control;
        _attack = 1 - DeterministicMath.Exp(-1 / (AttackSeconds * points));
        _release = 1 - DeterministicMath.Exp(-1 / (ReleaseSeconds * points));
        _follow = 1 - DeterministicMath.Exp(-1 / (FollowSeconds * points));
        _rise = 1 - DeterministicMath.Exp(-1 / (VowelRiseSeconds * points));
        _fall = 1 - DeterministicMath.Exp(-1 / (VowelFallSeconds * points));
    }

    /// <summary>De-esses in place.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        Span<float> gains = stackalloc float[Most / Kernels.Control];
        for (var start = 0; start < left.Length; start += Most)
        {
            var count = Math.Min(Most, left.Length - start);
            Block(left.Slice(start, count), right.Slice(start, count), gains);
        }
    }

    /// <summary>Back to rest.</summary>
    public void Reset()
    {
        _lower.Reset();
        _whole = _upper = _vowel = _reduction = 0;
        _last = 1;
    }

    private void Block(Span<float> left, Span<float> right, Span<float> gains)
    {
        var lowLeft = _left.AsSpan(0, left.Length);
        var lowRight = _right.AsSpan(0, left.Length);
        left.CopyTo(lowLeft);
        right.CopyTo(lowRight);
        _lower.Process(lowLeft, lowRight);
        Kernels.Difference(lowLeft, left);
        Kernels.Difference(lowRight, right);
        var before = _last;
        for (var start = 0; start < left.Length; start += Kernels.Control)
        {
            var count = Math.Min(Kernels.Control, left.Length - start);
            var whole = Energy(left.Slice(start, count), right.Slice(start, count));
            var upper = Energy(lowLeft.Slice(start, count), lowRight.Slice(start, count));
            gains[start / Kernels.Control] = Next(whole, upper);
        }

        // What is taken away is the upper band times one less the gain.
        Kernels.Subtract(left, lowLeft, before, gains);
        Kernels.Subtract(right, lowRight, before, gains);
    }

    /// <summary>The energy of the middle.</summary>
    private static float Energy(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length < Kernels.Control)
        {
            var sum = 0f;
            for (var i = 0; i < left.Length; i++)
            {
                sum += (left[i] + right[i]) * (left[i] + right[i]);
            }

            return sum;
        }

        var early = Vector256.Create(left) + Vector256.Create(right);
        var late = Vector256.Create(left[8..]) + Vector256.Create(right[8..]);
        var squares = early * early + late * late;
        var half = squares.GetLower() + squares.GetUpper();
        return half[0] + half[1] + (half[2] + half[3]);
    }

    private float Next(float whole, float upper)
    {
        _whole += _follow * (whole - _whole);
        _upper += _follow * (upper - _upper);
        if (_upper < VowelShare * _whole)
        {
            _vowel += (_whole > _vowel ? _rise : _fall) * (_whole - _vowel);
        }

        var wanted = Wanted();
        _reduction += (wanted > _reduction ? _attack : _release) * (wanted - _reduction);
        if (_reduction < 1e-3)
        {
            _reduction = 0;
            return _last = 1;
        }

        return _last = (float)DeterministicMath.FromDecibels(-_reduction);
    }

    private double Wanted()
    {
        if (_upper <= 1e-9)
        {
            return 0;
        }

        var over = RatioDb(_upper, _whole) - _settings.ThresholdDb;
        if (over <= 0)
        {
            return 0;
        }

        var loud = _vowel > 0 ? RatioDb(_upper, _vowel) - _settings.LimitDb : 0;
        return Math.Clamp(Math.Max(over, loud * Math.Min(1, over / SureDb)), 0, _settings.DepthDb);
    }

    private static double RatioDb(double part, double of) =>
        DeterministicMath.ToDecibels(part / Math.Max(of, 1e-12)) / 2;
}

using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// A feedback delay network of 16 lines behind predelay and diffusion (J. Stautner and M. Puckette 1982; Jot and Chaigne 1991). Decay
/// follows <see cref="DecayAt"/>; both sides are nearly uncorrelated; at a send of 0 dB its energy is about that of a mono input.
/// </summary>
public sealed class Reverb : IReturnEffect
{
    private const float Quiet = 1e-9f;
    private static readonly int[] s_leftDiffusers = [113, 163, 211, 337];
    private static readonly int[] s_rightDiffusers = [127, 151, 229, 317];

    private readonly ReverbLines _lines;
    private readonly ReverbCore _core;
    private readonly StereoBiquadChain _lowCut;
    private readonly Allpass[] _left;
    private readonly Allpass[] _right;
    private readonly float[] _predelay;
    private readonly float _gain;
    private long _position;
    private int _quietFrames;
    private bool _resting = true;

    /// <summary>Makes a silent room.</summary>
    public Reverb(ReverbSettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.DecaySeconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.HighDecaySeconds);
        _lines = new(settings, rate);
        _core = new(_lines, settings.ModulationSeconds, rate);
        _lowCut = new(BiquadCoefficients.HighPass(settings.LowCutHz, BiquadCoefficients.Butterworth, rate));
        _left = Array.ConvertAll(s_leftDiffusers, d => new Allpass(d, 0.6f));
        _right = Array.ConvertAll(s_rightDiffusers, d => new Allpass(d, 0.6f));
        var predelay = Math.Max(Segments.Length, (int)(settings.PredelaySeconds * rate));
        _predelay = new float[2 * predelay];
        _gain = (float)(4 * Math.Sqrt((1 - _lines.KeptEnergy) / ReverbLines.Count / _lines.KeptEnergy));
    }

    /// <summary>Seconds to fall by 60 dB at a frequency in hertz.</summary>
    public double DecayAt(double hertz) => _lines.DecayAt(hertz);

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        for (var start = 0; start < left.Length; )
        {
            var count = Segments.Next(_position, left.Length - start);
            Segment(
                left.Slice(start, count),
                right.Slice(start, count),
                wetLeft.Slice(start, count),
                wetRight.Slice(start, count)
            );
            start += count;
            _position += count;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Clear();
        _core.Reset();
        _position = 0;
        _quietFrames = 0;
    }

    private void Segment(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        var input = Kernels.Peak(left, right);
        if (_resting && input == 0)
        {
            wetLeft.Clear();
            wetRight.Clear();
            _core.Skip(left.Length);
            return;
        }

        _resting = false;
        Span<float> x = stackalloc float[Segments.Length];
        Span<float> y = stackalloc float[Segments.Length];
        x = x[..left.Length];
        y = y[..left.Length];
        Delay(left, right, x, y);
        _lowCut.Process(x, y);
        for (var i = 0; i < _left.Length; i++)
        {
            _left[i].Process(x);
            _right[i].Process(y);
        }

        var inside = _core.Run(x, y, wetLeft, wetRight, _gain);
        _quietFrames = Math.Max(input, inside) < Quiet ? _quietFrames + left.Length : 0;
        if (_quietFrames > _core.MemoryFrames + _predelay.Length)
        {
            Clear();
        }
    }

    private void Delay(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> x, Span<float> y)
    {
        var half = _predelay.Length / 2;
        var at = (int)(_position % half);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], _predelay[at]) = (_predelay[at], left[i]);
            (y[i], _predelay[half + at]) = (_predelay[half + at], right[i]);
            at = at + 1 == half ? 0 : at + 1;
        }
    }

    private void Clear()
    {
        _core.Clear();
        _lowCut.Reset();
        Array.Clear(_predelay);
        foreach (var diffuser in _left.Concat(_right))
        {
            diffuser.Reset();
        }

        _resting = true;
    }
}

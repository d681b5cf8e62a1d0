using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// A feedback delay network of 16 lines behind predelay and diffusion (J. Stautner and M. Puckette 1982; Jot and Chaigne 1991). Decay
/// follows <see cref="DecayAt"/>; both sides are nearly uncorrelated; at a send of 0 dB its energy is about that of a mono input.
/// </summary>
public sealed class Reverb : IReturnEffect
{
    private const float Quiet = 1e-9f;
    private const int Frames = Segments.Length;
    private static readonly int[] s_leftDiffusers = [113, 163, 211, 337];
    private static readonly int[] s_rightDiffusers = [127, 151, 229, 317];

    private readonly ReverbLines _lines;
    private readonly ReverbCore _core;
    private readonly StereoBiquadChain _lowCut;
    private readonly Allpass[] _left;
    private readonly Allpass[] _right;
    private readonly float[] _predelay;
    private readonly float[] _input = new float[2 * Frames];
    private readonly float[] _output = new float[2 * Frames];
    private readonly float _gain;
    private int _predelayAt;
    private int _inSegment;
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

        // The network runs whole segments and so gives its sound a segment late: that is part of the predelay.
        _predelay = new float[2 * Math.Max(0, (int)(settings.PredelaySeconds * rate) - Frames)];
        _gain = (float)(4 * Math.Sqrt((1 - _lines.KeptEnergy) / ReverbLines.Count / _lines.KeptEnergy));
    }

    /// <summary>Seconds to fall by 60 dB at a frequency in hertz.</summary>
    public double DecayAt(double hertz) => _lines.DecayAt(hertz);

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> wetLeft, Span<float> wetRight)
    {
        for (var start = 0; start < left.Length; )
        {
            var count = Math.Min(left.Length - start, Frames - _inSegment);
            left.Slice(start, count).CopyTo(_input.AsSpan(_inSegment));
            right.Slice(start, count).CopyTo(_input.AsSpan(Frames + _inSegment));
            _output.AsSpan(_inSegment, count).CopyTo(wetLeft[start..]);
            _output.AsSpan(Frames + _inSegment, count).CopyTo(wetRight[start..]);
            start += count;
            _inSegment += count;
            if (_inSegment == Frames)
            {
                _inSegment = 0;
                Segment(_input.AsSpan(0, Frames), _input.AsSpan(Frames));
            }
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Clear();
        _core.Reset();
        Array.Clear(_output);
        _predelayAt = 0;
        _inSegment = 0;
    }

    private void Segment(Span<float> x, Span<float> y)
    {
        var input = Kernels.Peak(x, y);
        if (_resting && input == 0)
        {
            Array.Clear(_output);
            _core.Skip();
            return;
        }

        _resting = false;
        Predelay(x, y);
        _lowCut.Process(x, y);
        for (var i = 0; i < _left.Length; i++)
        {
            _left[i].Process(x);
            _right[i].Process(y);
        }

        var inside = _core.Run(x, y, _output.AsSpan(0, Frames), _output.AsSpan(Frames), _gain);
        _quietFrames = Math.Max(input, inside) < Quiet ? _quietFrames + Frames : 0;
        if (_quietFrames > _core.MemoryFrames + _predelay.Length)
        {
            Clear();
        }
    }

    private void Predelay(Span<float> x, Span<float> y)
    {
        var half = _predelay.Length / 2;
        Span<float> keep = stackalloc float[Frames];
        for (var done = 0; half > 0 && done < x.Length; )
        {
            var count = Math.Min(x.Length - done, half - _predelayAt);
            Swap(x.Slice(done, count), _predelay.AsSpan(_predelayAt, count), keep);
            Swap(y.Slice(done, count), _predelay.AsSpan(half + _predelayAt, count), keep);
            done += count;
            _predelayAt = (_predelayAt + count) % half;
        }
    }

    private static void Swap(Span<float> a, Span<float> b, Span<float> keep)
    {
        a.CopyTo(keep);
        b.CopyTo(a);
        keep[..a.Length].CopyTo(b);
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

        _quietFrames = 0;
        _resting = true;
    }
}

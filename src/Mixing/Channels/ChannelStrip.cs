using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>One stem's way from its source to the sum, by its <see cref="ChannelSettings"/>; works in blocks of 512 frames.</summary>
internal sealed class ChannelStrip
{
    public const int Block = 512;

    // After so many silent blocks (0.4 s) filters and dynamics have come to rest.
    private const int RestAfter = 34;

    private readonly string _id;
    private readonly StereoBiquadChain _filters;
    private readonly DeEsser? _deEsser;
    private readonly Compressor? _compressor;
    private readonly Saturation? _saturation;
    private readonly Automation _fader;
    private readonly DuckGain[] _duckers;
    private readonly float _leftFromLeft;
    private readonly float _leftFromRight;
    private readonly float _rightFromLeft;
    private readonly float _rightFromRight;
    private readonly float[] _gains = new float[Block / Kernels.Control];
    private float _lastGain;
    private int _silentBlocks;

    public ChannelStrip(ChannelSettings settings, IEnumerable<DuckGain> duckers, int rate)
    {
        _id = settings.Id;
        _filters = new([.. Filters(settings, rate)]);
        _deEsser = settings.DeEsser is { } deEsser ? new(deEsser, rate) : null;
        _compressor = settings.Compressor is { } compressor ? new(compressor, rate) : null;
        _saturation = settings.DriveDb > 0 ? new(settings.DriveDb) : null;
        _fader = new(settings.GainDb, settings.GainCurve, rate);
        _lastGain = _fader.Start;
        _duckers = [.. duckers];
        var angle = (Math.Clamp(settings.Pan, -1, 1) + 1) * Math.PI / 4;
        var (left, right) = (Math.Sqrt(2) * DeterministicMath.Cos(angle), Math.Sqrt(2) * DeterministicMath.Sin(angle));
        var width = Math.Clamp(settings.Width, 0, 2);
        _leftFromLeft = (float)(left * (1 + width) / 2);
        _leftFromRight = (float)(left * (1 - width) / 2);
        _rightFromLeft = (float)(right * (1 - width) / 2);
        _rightFromRight = (float)(right * (1 + width) / 2);
    }

    /// <summary>Processes a chunk in place; the sends get the fader only.</summary>
    public void Process(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        for (var start = 0; start < left.Length; start += Block)
        {
            var count = Math.Min(Block, left.Length - start);
            var l = left.Slice(start, count);
            var r = right.Slice(start, count);
            var s = reverb.Slice(start, count);
            var c = chorus.Slice(start, count);
            var before = _lastGain;
            Gains(start / Kernels.Control, count);
            if (Rests(l, r, s, c))
            {
                continue;
            }

            Shape(l, r);
            Kernels.ApplyGains(l, before, _gains);
            Kernels.ApplyGains(r, before, _gains);
            Kernels.ApplyGains(s, before, _gains);
            Kernels.ApplyGains(c, before, _gains);
        }
    }

    private static IEnumerable<BiquadCoefficients> Filters(ChannelSettings settings, int rate)
    {
        if (settings.HighPassHz > 0)
        {
            yield return BiquadCoefficients.HighPass(settings.HighPassHz, BiquadCoefficients.Butterworth, rate);
        }

        if (settings.LowPassHz is { } lowPass)
        {
            yield return BiquadCoefficients.LowPass(lowPass, BiquadCoefficients.Butterworth, rate);
        }

        foreach (var band in settings.Bands)
        {
            yield return Equaliser.Of(band, rate);
        }
    }

    private void Shape(Span<float> left, Span<float> right)
    {
        _filters.Process(left, right);
        _deEsser?.Process(left, right);
        _compressor?.Process(left, right);
        if (_saturation is not null)
        {
            _saturation.Process(left);
            _saturation.Process(right);
        }

        if ((_leftFromLeft, _leftFromRight, _rightFromLeft, _rightFromRight) is not (1, 0, 0, 1))
        {
            Kernels.Matrix(left, right, _leftFromLeft, _leftFromRight, _rightFromLeft, _rightFromRight);
        }
    }

    private void Gains(int firstPoint, int frames)
    {
        var points = (frames + Kernels.Control - 1) / Kernels.Control;
        for (var i = 0; i < points; i++)
        {
            var gain = _fader.Next();
            foreach (var ducker in _duckers)
            {
                gain *= ducker.Gains[firstPoint + i];
            }

            _gains[i] = gain;
        }

        _lastGain = _gains[points - 1];
    }

    private bool Rests(
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        ReadOnlySpan<float> reverb,
        ReadOnlySpan<float> chorus
    )
    {
        var peak = Math.Max(Kernels.Peak(left, right), Kernels.Peak(reverb, chorus));
        if (!float.IsFinite(peak))
        {
            throw new InvalidDataException($"Stem {_id} gives a sample that is not a finite number.");
        }

        if (peak > 0)
        {
            _silentBlocks = 0;
            return false;
        }

        if (++_silentBlocks == RestAfter)
        {
            _filters.Reset();
            _deEsser?.Reset();
            _compressor?.Reset();
        }

        return _silentBlocks >= RestAfter;
    }
}

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
    private readonly Saturation? _driveLeft;
    private readonly Saturation? _driveRight;
    private readonly TapeSpeed? _tape;
    private readonly PresenceDip? _dip;
    private readonly SideFader? _sides;
    private readonly Automation _fader;
    private readonly DuckGain[] _duckers;
    private readonly float _leftFromLeft;
    private readonly float _leftFromRight;
    private readonly float _rightFromLeft;
    private readonly float _rightFromRight;
    private readonly float _trim;
    private readonly float[] _gains = new float[Block / Kernels.Control];
    private float _lastGain;
    private int _silentBlocks;

    public ChannelStrip(ChannelSettings settings, IEnumerable<DuckGain> duckers, PresenceDip? dip, int rate)
    {
        _dip = dip;
        _tape = settings.Tape > 0 ? new(settings.Tape, rate) : null;
        _sides = settings.WidthCurve.Count > 0 ? new(settings.WidthCurve, rate) : null;
        _id = settings.Id;
        _trim = (float)DeterministicMath.FromDecibels(settings.TrimDb);
        _filters = new([.. Trimmed([.. Filters(settings, rate)], settings.TrimDb)]);
        _deEsser = settings.DeEsser is { } deEsser ? new(deEsser, rate) : null;
        _compressor = settings.Compressor is { } compressor ? new(compressor, rate) : null;
        _driveLeft = settings.DriveDb > 0 ? new(settings.DriveDb) : null;
        _driveRight = settings.DriveDb > 0 ? new(settings.DriveDb) : null;
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

    /// <summary>Processes up to a block in place; the sends get the fader only. False where the strip rests and gives silence.</summary>
    /// <param name="at">The block's place in the chunk, whose ducking gains are known.</param>
    /// <param name="left">Left.</param>
    /// <param name="right">Right.</param>
    /// <param name="reverb">The instrument's own reverb send.</param>
    /// <param name="chorus">The instrument's own chorus send.</param>
    public bool Process(int at, Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        var before = _lastGain;
        Gains(at / Kernels.Control, left.Length);
        var sends = Kernels.Peak(reverb, chorus);
        if (Rests(Math.Max(Kernels.Peak(left, right), sends)))
        {
            _tape?.Skip(left.Length);
            _dip?.Skip(at, left.Length);
            _sides?.Process(left, right, isSilent: true);
            return false;
        }

        Shape(left, right);
        _dip?.Process(at, left, right);
        Spread(left, right);
        Kernels.ApplyGains(left, before, _gains);
        Kernels.ApplyGains(right, before, _gains);
        if (sends > 0)
        {
            if (_trim != 1)
            {
                Kernels.Scale(reverb, _trim);
                Kernels.Scale(chorus, _trim);
            }

            Kernels.ApplyGains(reverb, before, _gains);
            Kernels.ApplyGains(chorus, before, _gains);
        }

        return true;
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

    // The trim is in the first filter, where it costs nothing.
    private static List<BiquadCoefficients> Trimmed(List<BiquadCoefficients> filters, double decibels)
    {
        if (decibels == 0)
        {
            return filters;
        }

        var gain = DeterministicMath.FromDecibels(decibels);
        var first = filters.Count > 0 ? filters[0] : BiquadCoefficients.Identity;
        var scaled = first with { B0 = gain * first.B0, B1 = gain * first.B1, B2 = gain * first.B2 };
        return filters.Count > 1 ? [scaled, .. filters[1..]] : [scaled];
    }

    private void Shape(Span<float> left, Span<float> right)
    {
        _filters.Process(left, right);
        _compressor?.Process(left, right);
        _deEsser?.Process(left, right);
        _driveLeft?.Process(left);
        _driveRight?.Process(right);
        _tape?.Process(left, right);
    }

    private void Spread(Span<float> left, Span<float> right)
    {
        if ((_leftFromLeft, _leftFromRight, _rightFromLeft, _rightFromRight) is not (1, 0, 0, 1))
        {
            Kernels.Matrix(left, right, _leftFromLeft, _leftFromRight, _rightFromLeft, _rightFromRight);
        }

        _sides?.Process(left, right, isSilent: false);
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

    private bool Rests(float peak)
    {
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
            _driveLeft?.Reset();
            _driveRight?.Reset();
        }

        return _silentBlocks >= RestAfter;
    }
}

using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Everything that moves in a voice: envelopes, oscillators of low frequency, glide, drift and the track's controllers.</summary>
internal sealed class ToneControls
{
    private readonly Patch _patch;
    private readonly int _rate;
    private readonly CutoffTable _cutoffs;
    private readonly Envelope _envelope;
    private readonly Envelope[] _modulators;
    private readonly Lfo[] _lfos;
    private readonly Lfo _vibrato;
    private readonly double[] _cutoffBases;
    private readonly double[] _velocities;
    private PlannedTone _tone = null!;
    private long _frames;
    private double _key;
    private double _glideTo;
    private double _glideStep;
    private double _place;
    private double _velocityGain;

    public ToneControls(Patch patch, int rate, CutoffTable cutoffs)
    {
        (_patch, _rate, _cutoffs) = (patch, rate, cutoffs);
        _envelope = new Envelope(patch.Envelope, rate);
        _modulators = [.. patch.Modulators.Select(m => new Envelope(m.Envelope, rate))];
        _lfos = [.. patch.Lfos.Select(l => new Lfo(l, rate))];
        _vibrato = new Lfo(new LfoSheet(LfoShape.Sine, patch.VibratoRate, 0, 0, false, default), rate);
        _cutoffBases = [.. patch.Filters.Select(f => CutoffTable.Semitones(f.Cutoff))];
        _velocities = new double[patch.Modulators.Length];
        Tangents = new double[patch.Filters.Length];
        Resonances = new double[patch.Filters.Length];
    }

    /// <summary>tan(π cutoff / rate) of each filter at the run's end.</summary>
    public double[] Tangents { get; }

    public double[] Resonances { get; }

    public OscillatorControls Oscillators { get; private set; }

    /// <summary>Gains of the channels at the run's end.</summary>
    public (double Left, double Right) Gain { get; private set; }

    /// <summary>True when the voice has fallen silent for good.</summary>
    public bool IsOver => _envelope.IsOver;

    /// <summary>Begins a note.</summary>
    public void Start(PlannedTone tone)
    {
        _tone = tone;
        _frames = 0;
        _key = tone.From;
        GlideTo(tone.Key, tone.Glide);
        var octaves = DeterministicMath.Log2(tone.Velocity / 90.0);
        _velocityGain = Pitch.Gain(octaves * _patch.Velocity.Level * 0.5);
        var slow = 1 + (_patch.Velocity.Attack - 1) * (127 - tone.Velocity) / 126.0;
        _envelope.Start(tone.Key, slow);
        for (var i = 0; i < _modulators.Length; i++)
        {
            _modulators[i].Start(tone.Key);
            var v = tone.Velocity / 127.0;
            _velocities[i] = 1 - _patch.Modulators[i].Velocity * (1 - v * v);
        }

        for (var i = 0; i < _lfos.Length; i++)
        {
            _lfos[i].Start(Counter.Bits(tone.Seed, 100 + (ulong)i));
        }

        _vibrato.Start(tone.Seed);
        _place = _patch.Scatter * Counter.Signed(tone.Seed, 110);
        var level = _velocityGain * _envelope.Value * Pitch.Gain(_patch.Sweep?.From.Level ?? 0);
        var (left, right) = Panning.Gains(_place);
        Gain = (level * left, level * right);
    }

    /// <summary>Goes to another key.</summary>
    public void GlideTo(int key, double seconds)
    {
        _glideTo = key;
        _glideStep = seconds > 0 ? (key - _key) / (seconds * _rate) : 0;
        _key = seconds > 0 ? _key : key;
    }

    /// <summary>The key is let go.</summary>
    public void Release()
    {
        _envelope.Release();
        foreach (var modulator in _modulators)
        {
            modulator.Release();
        }
    }

    /// <summary>Moves on by a run.</summary>
    public void Advance(ControlDesk desk, int run, int count)
    {
        _frames += count;
        Glide(count);
        var amounts = Modulation(count);
        var drift = _patch.Drift > 0 ? Drift() : 0;
        var vibrato = desk.Vibrato[run] * _patch.VibratoDepth * _vibrato.Advance(count);
        var key = _key + amounts.Pitch + drift + vibrato + desk.Bend[run];
        Oscillators = new(key, amounts.Width, amounts.Index == 0 ? 1 : Pitch.Gain(amounts.Index));
        for (var i = 0; i < Tangents.Length; i++)
        {
            var filter = _patch.Filters[i];
            var cutoff =
                _cutoffBases[i]
                + filter.Tracking * (_key - 60)
                + filter.Velocity * (_tone.Velocity - 90) / 37.0
                + filter.Modulation * (amounts.Cutoff + desk.Brightness[run]);
            Tangents[i] = _cutoffs.At(cutoff);
            Resonances[i] = Math.Clamp(filter.Resonance + desk.Resonance[run], 0, 1);
        }

        var gain = _velocityGain * _envelope.Advance(count) * (amounts.Level == 0 ? 1 : Pitch.Gain(amounts.Level));
        var (left, right) = Panning.Gains(_place + amounts.Pan);
        Gain = (gain * left, gain * right);
    }

    private void Glide(int count)
    {
        if (_glideStep != 0)
        {
            _key += _glideStep * count;
            if ((_glideStep > 0) == (_key >= _glideTo))
            {
                (_key, _glideStep) = (_glideTo, 0);
            }
        }
    }

    private ModulationAmounts Modulation(int count)
    {
        var sum = default(ModulationAmounts);
        for (var i = 0; i < _modulators.Length; i++)
        {
            sum = sum.Plus(_patch.Modulators[i].Amounts, _modulators[i].Advance(count) * _velocities[i]);
        }

        foreach (var lfo in _lfos)
        {
            sum = sum.Plus(lfo.Sheet.Amounts, lfo.Advance(count));
        }

        if (_patch.Sweep is { } sweep)
        {
            var x = Math.Min(1, (double)_frames / Math.Max(1, _tone.Length));
            var place = sweep.Curve == 1 ? x : DeterministicMath.Pow(x, sweep.Curve);
            sum = sum.Plus(sweep.From, 1 - place).Plus(sweep.To, place);
        }

        return sum;
    }

    /// <summary>A note is off by up to half the drift and wanders by the other half.</summary>
    private double Drift() =>
        _patch.Drift
        * 0.005
        * (Counter.Signed(_tone.Seed, 120) + Slopes.Smooth(_tone.Seed ^ 0x7f4a7c15UL, 0.8 * _frames / _rate));
}

using System.Numerics;
using System.Runtime.Intrinsics;

namespace Troubadour.Rendering;

/// <summary>
/// A sounding voice: interpolated sample, filter, envelopes and gains. It renders a grid block in segments that end at every corner of
/// its envelope, so starts, attacks and releases are exact to the frame; between the ends of a segment gains move linearly.
/// </summary>
/// <param name="rate">Frames a second.</param>
/// <param name="cutoffs">The filter's table for this rate.</param>
/// <param name="hasSends">Whether reverb and chorus are filled.</param>
/// <param name="keepsFilter">Whether voices go through the filter even while it is open, so that it may close without a click.</param>
internal sealed class Voice(int rate, CutoffTable cutoffs, bool hasSends, bool keepsFilter)
{
    /// <summary>How often pitch, cutoff and tremolo are computed while they move fast: a grid of this spacing from frame 0 of the song.</summary>
    private const int FineFrames = 64;

    /// <summary>The same while the pitch glides.</summary>
    private const int GlideGrid = 16;

    /// <summary>-100 dB under full scale.</summary>
    private const double Inaudible = 1e-5;

    private readonly VoiceSettings _settings = new(hasSends, keepsFilter);
    private readonly VolumeEnvelope _volume = new();
    private readonly ModulationEnvelope _modulation = new();
    private readonly TriangleOscillator _modulationLfo = new();
    private readonly TriangleOscillator _vibratoLfo = new();
    private readonly LowPassFilter _filter = new();
    private readonly SampleReader _reader = new();
    private PlannedVoice? _plan;
    private double _sampleStep;
    private bool _isReleased;
    private bool _isCut;
    private bool _hasEnded;
    private double _amplitude;
    private Vector128<float> _gains;

    /// <summary>How loud it is now, for stealing.</summary>
    public double Loudness => _amplitude * _settings.Loudness;

    /// <summary>Takes up a planned voice.</summary>
    public void Start(PlannedVoice plan, ControllerState controllers, double[] values)
    {
        _plan = plan;
        _sampleStep = (double)plan.Region.Sample.Rate / rate;
        _isReleased = _isCut = _hasEnded = false;
        VoiceSettings.Evaluate(plan, controllers, values);
        SoundControllers.Shape(plan, controllers, values);
        _settings.Set(plan, values);
        _volume.Start(values, plan.Key, rate);
        _modulation.Start(values, plan.Key, rate);
        StartOscillators(values);
        _filter.Reset();
        SetCutoff(0);
        SetStep(plan.Touch.GlideFrames);
        _reader.Start(plan.Sample, plan.StartPoint);
        SetStep(0);
        _amplitude = LevelAt(0);
        _gains = _settings.Gains * (float)_amplitude;
    }

    /// <summary>Follows controllers that have moved.</summary>
    public void Follow(ControllerState controllers, double[] values)
    {
        VoiceSettings.Evaluate(_plan!, controllers, values);
        _settings.Set(_plan!, values);
        SetStep(0);
        if (_settings.IsFiltered)
        {
            SetCutoff(0);
        }
    }

    /// <summary>Adds the block that starts at a grid frame to the buses.</summary>
    /// <returns>False once the voice has ended.</returns>
    public bool Render(long blockStart, long end, VoiceBuses buses)
    {
        var start = _plan!.Start;
        var now = Math.Max(blockStart, start);
        while (now < end && !_hasEnded)
        {
            LetGo(now);
            var next = Math.Min(Math.Min(end, NextEvent(now)), NextStep(now));
            RenderSegment(now - start, (int)(now - blockStart), (int)(next - now), buses);
            now = next;
        }

        return !_hasEnded;
    }

    private void StartOscillators(double[] values)
    {
        _modulationLfo.Start(
            values[(int)Generator.ModulationLfoDelay],
            values[(int)Generator.ModulationLfoFrequency],
            rate
        );
        _vibratoLfo.Start(values[(int)Generator.VibratoLfoDelay], values[(int)Generator.VibratoLfoFrequency], rate);
    }

    private long NextEvent(long now)
    {
        var age = now - _plan!.Start;
        var corner = _volume.NextCorner(age);
        if (_settings.FollowsEnvelope)
        {
            corner = Math.Min(corner, _modulation.NextCorner(age));
        }

        if (age < _plan.Touch.GlideFrames)
        {
            corner = Math.Min(corner, _plan.Touch.GlideFrames);
        }

        var next = corner == long.MaxValue ? corner : corner + _plan.Start;
        if (!_isReleased)
        {
            next = Math.Min(next, _plan.Release);
        }

        return _isCut ? next : Math.Min(next, _plan.Cut);
    }

    /// <summary>Where the straight line of this segment must end to stay close to the curves it stands for.</summary>
    private long NextStep(long now)
    {
        var age = now - _plan!.Start;
        var straight = now + _volume.StraightFrames(age);
        var steps = _settings.StepsPerFrame(_modulationLfo.Speed, _vibratoLfo.Speed, _modulation.Speed(age));
        if (age < _plan.Touch.GlideFrames)
        {
            return Math.Min(straight, (now | (GlideGrid - 1)) + 1);
        }

        if (steps <= 1.0 / VoiceBuses.BlockFrames)
        {
            return straight;
        }

        var grid = steps >= 1.0 / FineFrames ? FineFrames : 1L << BitOperations.Log2((uint)(1 / steps));
        return Math.Min(straight, (now | (grid - 1)) + 1);
    }

    private void LetGo(long now)
    {
        var plan = _plan!;
        if (!_isCut && now >= plan.Cut)
        {
            _isCut = _isReleased = true;
            _volume.Release(now - plan.Start, plan.CutTimecents);
        }

        if (!_isReleased && now >= plan.Release)
        {
            _isReleased = true;
            _volume.Release(now - plan.Start);
            _modulation.Release(now - plan.Start);
            LeaveLoop(plan.AfterRelease);
        }
    }

    private void LeaveLoop(PreparedSample? afterwards)
    {
        if (afterwards is not null)
        {
            _reader.GoOnIn(afterwards);
        }
    }

    private void RenderSegment(long age, int offset, int count, VoiceBuses buses)
    {
        if (_settings.PitchMoves || age <= _plan!.Touch.GlideFrames)
        {
            SetStep(age + count / 2);
        }

        // The cutoff is known long before it is needed, so that its arithmetic runs beside the interpolation's.
        if (_settings.CutoffMoves)
        {
            SetCutoff(age + count / 2);
        }

        _amplitude = LevelAt(age + count);
        var gains = _settings.Gains * (float)_amplitude;
        var ramp = GainRamp.Between(_gains, gains, count);
        _gains = gains;
        var frames = AddFrames(buses, offset, count, ramp);
        _hasEnded = frames < count || (_volume.IsFalling(age + count) && IsInaudible);
    }

    /// <summary>True if neither what is left of the sample nor its loop can be heard any more at this height.</summary>
    private bool IsInaudible => _amplitude * _settings.Reach * _reader.PeakAhead < Inaudible;

    private int AddFrames(VoiceBuses buses, int offset, int count, in GainRamp ramp)
    {
        if (SampleReader.CanAdd && !_settings.IsFiltered)
        {
            return _reader.Add(buses, offset, count, ramp);
        }

        var frames = _reader.Read(buses.Scratch.AsSpan(LowPassFilter.Lead), count);
        if (!_settings.IsFiltered)
        {
            GainMixer.Add(buses.Scratch.AsSpan(LowPassFilter.Lead), frames, buses, offset, ramp);
            return frames;
        }

        _filter.Process(buses.Scratch, buses.Filtered, frames);
        GainMixer.Add(buses.Filtered, frames, buses, offset, ramp);
        return frames;
    }

    private double LevelAt(long age)
    {
        var level = _volume.Amplitude(age);
        return _settings.ModulationLfoToVolume == 0
            ? level
            : level * FastExponential.Amplitude(-_settings.ModulationLfoToVolume * _modulationLfo.Value(age));
    }

    private void SetStep(long age)
    {
        var cents = _settings.PitchCents;
        if (_settings.PitchMoves)
        {
            cents +=
                _settings.ModulationLfoToPitch * _modulationLfo.Value(age)
                + _settings.VibratoLfoToPitch * _vibratoLfo.Value(age)
                + _settings.ModulationEnvelopeToPitch * _modulation.Value(age);
        }

        var touch = _plan!.Touch;
        if (age < touch.GlideFrames)
        {
            cents += 100.0 * touch.GlideSemitones * (1 - (double)age / touch.GlideFrames);
        }

        _reader.SetStep(_sampleStep * FastExponential.Exp2(cents / 1200));
    }

    private void SetCutoff(long age)
    {
        var cents = _settings.Cutoff;
        if (_settings.CutoffMoves)
        {
            cents +=
                _settings.ModulationLfoToCutoff * _modulationLfo.Value(age)
                + _settings.ModulationEnvelopeToCutoff * _modulation.Value(age);
        }

        _filter.Set(cents, _settings.Resonance, cutoffs);
    }
}

using System.Numerics;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>
/// A sounding voice: interpolated sample, filter, envelopes and gains. It renders a grid block in segments that end at every corner of
/// its envelope, so starts, attacks and releases are exact to the frame; between the ends of a segment gains move linearly.
/// </summary>
/// <param name="rate">Frames a second.</param>
/// <param name="cutoffs">The filter's table for this rate.</param>
/// <param name="hasSends">Whether reverb and chorus are filled.</param>
/// <param name="filterMovesFrom">The first frame at which a controller moves the filter.</param>
internal sealed class Voice(int rate, CutoffTable cutoffs, bool hasSends, long filterMovesFrom)
{
    /// <summary>How often pitch, cutoff and tremolo are computed while they move fast: a grid of this spacing from frame 0 of the song.</summary>
    private const int FineFrames = 64;

    /// <summary>The same where the modulation envelope starts to move the pitch.</summary>
    private const int SteepGrid = Interpolator.Group;

    /// <summary>-100 dB under full scale.</summary>
    private const double Inaudible = 1e-5;

    private readonly VoiceSettings _settings = new(hasSends, filterMovesFrom);
    private readonly VolumeEnvelope _volume = new();
    private readonly ModulationEnvelope _modulation = new();
    private readonly TriangleOscillator _modulationLfo = new();
    private readonly TriangleOscillator _vibratoLfo = new();
    private readonly LowPassFilter _filter = new();
    private readonly SampleReader _reader = new();
    private PlannedVoice? _plan;
    private double _sampleStep;
    private long _nextEvent;
    private long _straight;
    private long _grid;
    private long _cutoffGrid;
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
        _nextEvent = 0;
        VoiceSettings.Evaluate(plan, controllers, values);
        SoundControllers.Shape(plan, controllers, values);
        _settings.Set(plan, values);
        _volume.Start(values, plan.Key, rate);
        _modulation.Start(values, plan.Key, rate);
        StartOscillators(values);
        _filter.Reset();
        SetCutoff(0);
        _reader.Start(plan.Sample, plan.StartPoint, StepAt(plan.Touch.GlideFrames));
        _reader.SetStep(StepAt(0));
        _amplitude = LevelAt(0);
        _gains = _settings.Gains * (float)_amplitude;
    }

    /// <summary>Follows controllers that have moved, from this frame on.</summary>
    public void Follow(long frame, ControllerState controllers, double[] values)
    {
        VoiceSettings.Evaluate(_plan!, controllers, values);
        _settings.Set(_plan!, values);
        _nextEvent = 0;
        _reader.SetStep(StepAt(frame - _plan!.Start));
        if (_settings.IsFiltered)
        {
            SetCutoff(frame - _plan.Start);
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
            if (now >= _nextEvent)
            {
                LetGo(now);
                LookAhead(now);
            }

            var next = Math.Min(Math.Min(end, _nextEvent), Math.Min(now + _straight, (now | (_grid - 1)) + 1));
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

    /// <summary>Finds the next frame at which something changes its course, and how long straight lines may be until then.</summary>
    private void LookAhead(long now)
    {
        var plan = _plan!;
        var age = now - plan.Start;
        var glides = age < plan.Touch.GlideFrames;
        var corner = Math.Min(_volume.NextCorner(age), glides ? plan.Touch.GlideFrames : long.MaxValue);
        if (_settings.FollowsEnvelope)
        {
            corner = Math.Min(corner, _modulation.NextCorner(age));
        }

        _nextEvent = corner == long.MaxValue ? corner : corner + plan.Start;
        _nextEvent = _isReleased ? _nextEvent : Math.Min(_nextEvent, plan.Release);
        _nextEvent = _isCut ? _nextEvent : Math.Min(_nextEvent, plan.Cut);
        _straight = _volume.StraightFrames(age);
        var envelope = _modulation.Speed(age);
        var steps = _settings.StepsPerFrame(_modulationLfo.Speed, _vibratoLfo.Speed, envelope);
        _grid =
            _settings.ModulationEnvelopeToPitch != 0 && _modulation.IsSteep(age) ? SteepGrid
            : glides ? FineFrames
            : Grid(steps);
        _cutoffGrid = Grid(_settings.CutoffStepsPerFrame(_modulationLfo.Speed, envelope));
    }

    /// <summary>The grid on which something is computed that moves so many tolerable steps a frame: a power of two of frames.</summary>
    private static long Grid(double steps) =>
        steps <= 1.0 / VoiceBuses.BlockFrames ? VoiceBuses.BlockFrames
        : steps >= 1.0 / FineFrames ? FineFrames
        : 1L << BitOperations.Log2((uint)(1 / steps));

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
        if (_settings.PitchMoves || age < _plan!.Touch.GlideFrames)
        {
            _reader.MoveStep(StepAt(age + count));
        }

        _amplitude = LevelAt(age + count);
        var gains = _settings.Gains * (float)_amplitude;
        var ramp = GainRamp.Between(_gains, gains, count);
        _gains = gains;
        var frames = AddFrames(age, buses, offset, count, ramp);
        _hasEnded = frames < count || (_volume.IsFalling(age + count) && IsInaudible);
    }

    /// <summary>True if neither what is left of the sample nor its loop can be heard any more at this height.</summary>
    private bool IsInaudible => _amplitude * _settings.Reach * _reader.PeakAhead < Inaudible;

    private int AddFrames(long age, VoiceBuses buses, int offset, int count, in GainRamp ramp)
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

        Filter(age, buses, frames);
        GainMixer.Add(buses.Filtered, frames, buses, offset, ramp);
        return frames;
    }

    /// <summary>Filters the scratch, in pieces over which the cutoff stays.</summary>
    private void Filter(long age, VoiceBuses buses, int frames)
    {
        var done = 0;
        while (done < frames)
        {
            var n = frames - done;
            if (_settings.CutoffMoves)
            {
                var now = age + done + _plan!.Start;
                n = (int)Math.Min(n, _cutoffGrid - (now & (_cutoffGrid - 1)));
                SetCutoff(age + done + n / 2);
            }

            _filter.Process(buses.Scratch.AsSpan(done), buses.Filtered.AsSpan(done), n);
            done += n;
        }
    }

    private double LevelAt(long age)
    {
        var level = _volume.Amplitude(age);
        return _settings.ModulationLfoToVolume == 0
            ? level
            : level * FastExponential.Amplitude(-_settings.ModulationLfoToVolume * _modulationLfo.Value(age));
    }

    /// <summary>Points of the sample a frame at an age.</summary>
    private double StepAt(long age)
    {
        var cents = _settings.PitchCents;
        if (_settings.PitchMoves)
        {
            cents +=
                Moved(_settings.ModulationLfoToPitch, _modulationLfo, age)
                + Moved(_settings.VibratoLfoToPitch, _vibratoLfo, age)
                + (
                    _settings.ModulationEnvelopeToPitch == 0
                        ? 0
                        : _settings.ModulationEnvelopeToPitch * _modulation.Value(age)
                );
        }

        var touch = _plan!.Touch;
        if (age < touch.GlideFrames)
        {
            cents += 100.0 * touch.GlideSemitones * (1 - (double)age / touch.GlideFrames);
        }

        return _sampleStep * FastExponential.Exp2(cents * (1.0 / 1200));
    }

    private static double Moved(double depth, TriangleOscillator oscillator, long age) =>
        depth == 0 ? 0 : depth * oscillator.Value(age);

    private void SetCutoff(long age)
    {
        var cents = _settings.Cutoff;
        if (_settings.CutoffMoves)
        {
            cents +=
                Moved(_settings.ModulationLfoToCutoff, _modulationLfo, age)
                + _settings.ModulationEnvelopeToCutoff * _modulation.Value(age);
        }

        _filter.Set(cents, _settings.Resonance, cutoffs);
    }
}

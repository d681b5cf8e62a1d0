using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>A voice of a patch. Its controls move once a run of at most 32 frames; sound moves in straight lines between them.</summary>
internal sealed class ToneVoice
{
    private const int Run = Oscillator.MostFrames;
    private const double FadeSeconds = 0.005;

    // A note this young is not taken away, however far its attack is.
    private const int Young = 1024;

    private readonly Patch _patch;
    private readonly ToneControls _controls;
    private readonly Oscillator[] _oscillators;
    private readonly VoiceFilter[] _filters;
    private readonly float[] _left = new float[Oscillator.Padded];
    private readonly float[] _right;
    private readonly double _fadeStep;
    private PlannedTone? _tone;
    private long _position;
    private int _step;
    private bool _isReleased;
    private double _fade;
    private float _gainLeft;
    private float _gainRight;

    public ToneVoice(Patch patch, int rate, CutoffTable cutoffs)
    {
        _patch = patch;
        _controls = new ToneControls(patch, rate, cutoffs);
        _oscillators = [.. patch.Oscillators.Select(o => Oscillator.Make(o, rate))];
        _filters = [.. patch.Filters.Select(VoiceFilter.Make)];
        _right = patch.IsStereo ? new float[Oscillator.Padded] : [];
        _fadeStep = 1 / (FadeSeconds * rate);
    }

    /// <summary>How loud it is, to find the one that is missed least.</summary>
    public double Loudness =>
        Math.Max(_gainLeft, _gainRight) * (_isReleased ? 0.5 : 1) + (_position - _tone!.Start < Young ? 10 : 0);

    /// <summary>True if it fades out quickly, from a frame on or before.</summary>
    public bool IsFading(long frame) => _tone!.Cut <= frame;

    /// <summary>Begins a note.</summary>
    public void Start(PlannedTone tone)
    {
        _tone = tone;
        _position = tone.Start;
        _step = 0;
        _isReleased = false;
        _fade = 1;
        _controls.Start(tone);
        for (var i = 0; i < _oscillators.Length; i++)
        {
            _oscillators[i].Start(tone.Key, tone.Velocity, Counter.Bits(tone.Seed, (ulong)i));
        }

        foreach (var filter in _filters)
        {
            filter.Start();
        }

        var start = _controls.Gain;
        (_gainLeft, _gainRight) = ((float)start.Left, (float)start.Right);
    }

    /// <summary>Gives way to a new note.</summary>
    public void FadeOut() => _tone!.Cut = Math.Min(_tone.Cut, _position);

    /// <summary>Adds the block that begins at a frame, from this voice's own position on.</summary>
    /// <returns>Whether it goes on.</returns>
    public bool Render(long start, ControlDesk desk, Span<float> left, Span<float> right)
    {
        var end = start + SynthPlayer.BlockFrames;
        while (_position < end)
        {
            Events();
            var at = (int)(_position - start);
            var count = (int)(NextEvent(Math.Min(end, (_position | (Run - 1)) + 1)) - _position);
            RenderRun(desk, at / Run, left[at..], right[at..], count);
            _position += count;
            if (_fade <= 0 || _controls.IsOver)
            {
                return false;
            }
        }

        return true;
    }

    private void Events()
    {
        var tone = _tone!;
        while (_step < tone.Steps.Count && tone.Steps[_step].Frame <= _position)
        {
            var step = tone.Steps[_step++];
            _controls.GlideTo(step.Key, step.Glide);
        }

        if (!_isReleased && _position >= tone.Release)
        {
            _isReleased = true;
            _controls.Release();
        }
    }

    private long NextEvent(long end)
    {
        var tone = _tone!;
        end = tone.Release > _position ? Math.Min(end, tone.Release) : end;
        end = tone.Cut > _position ? Math.Min(end, tone.Cut) : end;
        return _step < tone.Steps.Count ? Math.Min(end, tone.Steps[_step].Frame) : end;
    }

    private void RenderRun(ControlDesk desk, int run, Span<float> left, Span<float> right, int count)
    {
        _controls.Advance(desk, run, count);
        _left.AsSpan().Clear();
        _right.AsSpan().Clear();
        var controls = _controls.Oscillators;
        foreach (var oscillator in _oscillators)
        {
            oscillator.Add(controls, _left, _right, count);
        }

        for (var i = 0; i < _filters.Length; i++)
        {
            _filters[i].Process(_controls.Tangents[i], _controls.Resonances[i], _left, _right, count);
        }

        if (_position >= _tone!.Cut)
        {
            _fade = Math.Max(0, _fade - count * _fadeStep);
        }

        var gain = _controls.Gain;
        var (gl, gr) = ((float)(gain.Left * _fade), (float)(gain.Right * _fade));
        Mix(_left, left, _gainLeft, gl, count);
        Mix(_patch.IsStereo ? _right : _left, right, _gainRight, gr, count);
        (_gainLeft, _gainRight) = (gl, gr);
    }

    private static void Mix(ReadOnlySpan<float> source, Span<float> target, float from, float to, int count)
    {
        var slope = (to - from) / count;
        var ramp = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) * slope + Vector256.Create(from);
        var i = 0;
        for (; i + 8 <= count; i += 8)
        {
            var gain = ramp + Vector256.Create(slope * i);
            (Vector256.Create(target[i..]) + Vector256.Create(source[i..]) * gain).CopyTo(target[i..]);
        }

        for (; i < count; i++)
        {
            target[i] += source[i] * (((i & 7) + 1) * slope + from + slope * (i & ~7));
        }
    }
}

using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A drum that sounds.</summary>
internal sealed class DrumVoice
{
    private const double FadeSeconds = 0.006;
    private readonly DrumSheet _sheet;
    private readonly DrumPart[] _parts;
    private readonly float[] _sound = new float[Oscillator.MostFrames];
    private readonly float _fadeStep;
    private readonly float _drive;
    private readonly SoftLimit _limit = new();
    private PlannedHit? _hit;
    private long _position;
    private float _fade;
    private float _left;
    private float _right;

    public DrumVoice(DrumSheet sheet, int rate, CutoffTable cutoffs)
    {
        _sheet = sheet;
        _parts = [.. sheet.Parts.Select(p => DrumPart.Make(p, rate, cutoffs))];
        _fadeStep = (float)(1 / (FadeSeconds * rate));
        _drive = sheet.Drive <= -40 ? 0 : (float)DeterministicMath.FromDecibels(sheet.Drive);
    }

    /// <summary>Whether it sounds.</summary>
    public bool IsSounding => _hit is not null;

    /// <summary>Where the stroke began; long.MinValue when silent.</summary>
    public long Began => _hit?.Start ?? long.MinValue;

    /// <summary>Begins a stroke; what sounded is gone.</summary>
    public void Start(PlannedHit hit)
    {
        _hit = hit;
        _position = hit.Start;
        _fade = 1;
        _limit.Reset();
        var variety = _sheet.Variety;
        var octaves = DeterministicMath.Log2(hit.Velocity / 90.0);
        var decibels = _sheet.Level + octaves * _sheet.Velocity * 0.5 + 0.7 * variety * Counter.Signed(hit.Seed, 1);
        var (left, right) = Panning.Gains(_sheet.Pan);
        var gain = Pitch.Gain(decibels);
        (_left, _right) = ((float)(gain * left), (float)(gain * right));
        var controls = new HitControls(
            Counter.Bits(hit.Seed, 2),
            FastExponential.Exp2(0.02 * variety * Counter.Signed(hit.Seed, 3)),
            FastExponential.Exp2(0.12 * variety * Counter.Signed(hit.Seed, 4) + 0.12 * octaves),
            _sheet.Brightness * (hit.Velocity - 90) / 37.0 + 1.5 * variety * Counter.Signed(hit.Seed, 5)
        );
        foreach (var part in _parts)
        {
            part.Start(controls);
        }
    }

    /// <summary>Adds the block that begins at a frame.</summary>
    public void Render(long start, Span<float> left, Span<float> right)
    {
        var end = start + left.Length;
        while (_position < end && _hit is { } hit)
        {
            var next = Math.Min(end, _position + Oscillator.MostFrames);
            next = hit.Cut > _position ? Math.Min(next, hit.Cut) : next;
            var at = (int)(_position - start);
            var count = (int)(next - _position);
            RenderRun(left.Slice(at, count), right.Slice(at, count), _position >= hit.Cut);
            _position = next;
        }
    }

    private void RenderRun(Span<float> left, Span<float> right, bool fades)
    {
        var sound = _sound.AsSpan(0, left.Length);
        sound.Clear();
        var over = true;
        foreach (var part in _parts)
        {
            if (!part.IsOver)
            {
                part.Add(sound);
                over &= part.IsOver;
            }
        }

        if (_drive > 0)
        {
            _limit.Process(sound, _drive, 1, 1);
        }

        for (var i = 0; i < sound.Length; i++)
        {
            _fade = fades ? Math.Max(0, _fade - _fadeStep) : _fade;
            left[i] += sound[i] * _left * _fade;
            right[i] += sound[i] * _right * _fade;
        }

        if (over || _fade <= 0)
        {
            _hit = null;
        }
    }
}

using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A sounding part of a drum, of one channel, in runs of at most 32 frames.</summary>
internal abstract class DrumPart
{
    private readonly DrumEnvelope _envelope;
    private readonly float _gain;
    private readonly float[] _levels = new float[Oscillator.Padded];
    private readonly float[] _sound = new float[Oscillator.Padded];

    protected DrumPart(DrumPartSheet sheet, int rate)
    {
        Sheet = sheet;
        Rate = rate;
        _envelope = new DrumEnvelope(sheet, rate);
        _gain = (float)DeterministicMath.FromDecibels(sheet.Level);
    }

    /// <summary>True when nothing is left.</summary>
    public bool IsOver => _envelope.IsOver;

    protected DrumPartSheet Sheet { get; }

    protected int Rate { get; }

    /// <summary>Begins a stroke.</summary>
    public void Start(in HitControls hit)
    {
        _envelope.Start(hit.Decay);
        Begin(hit);
    }

    /// <summary>Adds a run.</summary>
    public void Add(Span<float> target)
    {
        var count = target.Length;
        _envelope.Fill(_levels.AsSpan(0, count));
        Array.Clear(_sound);
        Fill(_sound, count);
        for (var i = 0; i < count; i++)
        {
            target[i] += _sound[i] * _levels[i] * _gain;
        }
    }

    /// <summary>A sheet's part.</summary>
    public static DrumPart Make(DrumPartSheet sheet, int rate, CutoffTable cutoffs) =>
        sheet.Kind switch
        {
            DrumPartKind.Tone => new DrumTone(sheet, rate),
            DrumPartKind.Noise => new DrumNoise(sheet, rate, cutoffs),
            DrumPartKind.Metal => new DrumMetal(sheet, rate, cutoffs),
            _ => new DrumRing(sheet, rate),
        };

    protected abstract void Begin(in HitControls hit);

    /// <summary>Adds the sound without its level to zeros of at least <see cref="Oscillator.Padded"/> frames.</summary>
    protected abstract void Fill(Span<float> sound, int count);
}

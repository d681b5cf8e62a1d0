using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>A source of a voice. It renders runs of at most <see cref="MostFrames"/> frames, between which its controls move.</summary>
internal abstract class Oscillator
{
    /// <summary>Frames of the longest run.</summary>
    public const int MostFrames = 32;

    /// <summary>Frames that a buffer needs, so that whole vectors fit behind any run.</summary>
    public const int Padded = MostFrames + 8;

    protected Oscillator(OscillatorSheet sheet, int rate)
    {
        Sheet = sheet;
        Rate = rate;
        Gain = (float)DeterministicMath.FromDecibels(sheet.Level);
    }

    protected OscillatorSheet Sheet { get; }

    protected int Rate { get; }

    /// <summary>A ratio of amplitudes.</summary>
    protected float Gain { get; }

    /// <summary>Begins a note.</summary>
    /// <param name="key">MIDI key.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="seed">What is free in this note follows from it.</param>
    public abstract void Start(double key, int velocity, ulong seed);

    /// <summary>Adds a run; what lies behind <paramref name="count"/> in the spans is left undefined up to the next whole vector.</summary>
    /// <param name="controls">Where the run's controls end.</param>
    /// <param name="left">At least <see cref="Padded"/> frames.</param>
    /// <param name="right">The same, or empty for a voice of one channel.</param>
    /// <param name="count">Frames, 1 to <see cref="MostFrames"/>.</param>
    public abstract void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count);

    /// <summary>The oscillator's own pitch as Hz for a voice's pitch.</summary>
    protected double Frequency(double key) =>
        Pitch.Frequency(60 + (key - 60) * Sheet.Tracking + Sheet.Coarse + Sheet.Fine * 0.01);

    /// <summary>A sheet's oscillator.</summary>
    public static Oscillator Make(OscillatorSheet sheet, int rate) =>
        sheet.Wave switch
        {
            Wave.Saw or Wave.Pulse => new EdgeOscillator(sheet, rate),
            Wave.Triangle => new TriangleOscillator(sheet, rate),
            Wave.Sine => new SineOscillator(sheet, rate),
            Wave.Noise => new NoiseOscillator(sheet, rate),
            Wave.Fm => new OperatorOscillator(sheet, rate),
            Wave.String => new StringOscillator(sheet, rate),
            Wave.Organ => new OrganOscillator(sheet, rate),
            _ => new CrackleOscillator(sheet, rate),
        };
}

namespace Troubadour.Synthesis;

/// <summary>A low-frequency oscillator at control rate.</summary>
internal sealed class Lfo(LfoSheet sheet, int rate)
{
    private ulong _seed;
    private double _phase;
    private double _seconds;

    public LfoSheet Sheet { get; } = sheet;

    /// <summary>Begins a note.</summary>
    public void Start(ulong seed)
    {
        _seed = seed;
        _phase = Sheet.IsFree ? Counter.Unit(seed, 0) : 0;
        _seconds = 0;
    }

    /// <summary>Moves on by frames and gives -1 to 1, less while it fades in.</summary>
    public double Advance(int count)
    {
        var seconds = (double)count / rate;
        _seconds += seconds;
        _phase += seconds * Sheet.Rate;
        var grown =
            _seconds < Sheet.Delay ? 0
            : Sheet.Fade > 0 ? Math.Min(1, (_seconds - Sheet.Delay) / Sheet.Fade)
            : 1;
        return grown == 0 ? 0 : grown * Value();
    }

    private double Value()
    {
        var cycle = Math.Floor(_phase);
        var x = _phase - cycle;
        return Sheet.Shape switch
        {
            LfoShape.Sine => Waves.Sine((float)(x < 0.5 ? 2 * x : 2 * x - 2)),
            LfoShape.Triangle => x < 0.25 ? 4 * x
            : x < 0.75 ? 2 - 4 * x
            : 4 * x - 4,
            LfoShape.Square => x < 0.5 ? 1 : -1,
            LfoShape.Saw => 1 - 2 * x,
            LfoShape.Random => Counter.Signed(_seed, 1 + (ulong)cycle),
            _ => Slopes.Smooth(_seed, _phase),
        };
    }
}

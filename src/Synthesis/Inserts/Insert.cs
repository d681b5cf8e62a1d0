using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>An effect at a patch's end, over all its voices. What moves in it follows from the frame, so that silence may be skipped.</summary>
internal abstract class Insert
{
    /// <summary>Frames that it may ring on.</summary>
    public virtual int TailFrames => SynthPlayer.BlockFrames;

    /// <summary>Forgets what it heard.</summary>
    public abstract void Reset();

    /// <summary>Works in place on the block that begins at a frame.</summary>
    public abstract void Process(long start, Span<float> left, Span<float> right);

    /// <summary>A sheet's effect.</summary>
    public static Insert Make(InsertSheet sheet, int rate) =>
        sheet.Kind switch
        {
            InsertKind.Chorus => new ChorusInsert(sheet, rate),
            InsertKind.Ensemble => new EnsembleInsert(sheet, rate),
            InsertKind.Saturate => new SaturateInsert(sheet),
            InsertKind.Crush => new CrushInsert(sheet, rate),
            InsertKind.Tremolo or InsertKind.Pan => new TremoloInsert(sheet, rate),
            InsertKind.Width => new WidthInsert(sheet),
            _ => new ToneInsert(sheet, rate),
        };

    /// <summary>The sine of a movement at a frame, with an offset in turns.</summary>
    protected static double Sine(long frame, double hertz, int rate, double offset)
    {
        var turns = frame * (hertz / rate) + offset;
        var x = turns - Math.Floor(turns);
        return Waves.Sine((float)(x < 0.5 ? 2 * x : 2 * x - 2));
    }
}

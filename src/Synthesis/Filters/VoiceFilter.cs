namespace Troubadour.Synthesis;

/// <summary>A filter of a voice.</summary>
internal abstract class VoiceFilter
{
    /// <summary>Begins a note.</summary>
    public abstract void Start();

    /// <summary>Filters a run in place.</summary>
    /// <param name="tangent">tan(π cutoff / rate) at the run's end; it moves there in a straight line.</param>
    /// <param name="resonance">0 to 1.</param>
    /// <param name="left">The run.</param>
    /// <param name="right">The same, or empty.</param>
    /// <param name="count">Frames.</param>
    public abstract void Process(double tangent, double resonance, Span<float> left, Span<float> right, int count);

    /// <summary>A sheet's filter.</summary>
    public static VoiceFilter Make(FilterSheet sheet) =>
        sheet.Kind == FilterKind.Ladder ? new LadderFilter(sheet) : new StateFilter(sheet);
}

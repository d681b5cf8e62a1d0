namespace Troubadour.Analysis;

/// <summary>A note that was heard.</summary>
/// <param name="Start">Second it starts.</param>
/// <param name="End">Second it ends.</param>
/// <param name="Key">MIDI key.</param>
/// <param name="Beat">Where it starts in beats from the first beat, on the nearest twelfth of a beat; null without beats.</param>
/// <param name="Beats">How many beats it lasts; null without beats.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record NoteEstimate(double Start, double End, int Key, double? Beat, double? Beats, double Confidence)
{
    /// <summary>How strong it is among the notes of its line, 0 to 1; the usual one has .5.</summary>
    public double Strength { get; init; } = 0.5;
}

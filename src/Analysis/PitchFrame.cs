namespace Troubadour.Analysis;

/// <summary>The pitch of a moment.</summary>
/// <param name="Second">The moment: the middle of what was looked at.</param>
/// <param name="Hz">The fundamental frequency that fits best; 0 in silence.</param>
/// <param name="Confidence">How periodic it is: 1 for a steady tone, about .5 and less for noise, 0 in silence.</param>
public readonly record struct PitchFrame(double Second, double Hz, double Confidence)
{
    /// <summary>Whether this is a sung or played tone rather than noise or silence.</summary>
    public bool IsVoiced => Confidence > 0.8;

    /// <summary>The pitch as a MIDI key with fraction (69 is 440 Hz); NaN in silence.</summary>
    public double Key => Hz > 0 ? 69 + 12 * Audio.DeterministicMath.Log2(Hz / 440) : double.NaN;
}

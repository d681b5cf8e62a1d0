namespace Troubadour.Singing.Measures;

/// <summary>The part of a note that a voice sustains.</summary>
/// <param name="From">In seconds of the take.</param>
/// <param name="To">In seconds of the take.</param>
/// <param name="Pitch">The written MIDI note number.</param>
public readonly record struct HeldNote(double From, double To, double Pitch)
{
    private const double Shortest = 0.3;
    private const double Onset = 0.1;
    private const double Release = 0.05;
    private const double Least = 0.04;

    /// <summary>
    /// The sustained part of a note of at least 0.3 s: its vowel from 0.1 s after it has begun to 0.05 s before it ends; null where less
    /// than 0.04 s is left, or for a shorter note.
    /// </summary>
    /// <param name="note">Start and end of the note, in seconds of the take.</param>
    /// <param name="vowel">Start and end of its vowel.</param>
    /// <param name="pitch">The written MIDI note number.</param>
    public static HeldNote? Of((double Start, double End) note, (double Start, double End) vowel, double pitch)
    {
        var from = Math.Max(note.Start, vowel.Start) + Onset;
        var to = Math.Min(note.End, vowel.End) - Release;
        return note.End - note.Start >= Shortest && to - from >= Least ? new HeldNote(from, to, pitch) : null;
    }
}

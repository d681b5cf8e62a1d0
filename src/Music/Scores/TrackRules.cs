namespace Troubadour.Music;

/// <summary>What a track must keep to be playable.</summary>
public static class TrackRules
{
    private const double LongestSeconds = 86400;

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static void Check(InstrumentTrack track)
    {
        foreach (var note in track.Notes)
        {
            if (!(note.Start is >= 0 and <= LongestSeconds && note.End >= note.Start && note.End <= LongestSeconds))
            {
                throw new ArgumentException(
                    $"Track {track.Id} has a note from {note.Start} to {note.End} s; 0 to {LongestSeconds} s is allowed."
                );
            }

            if (note.Key is < 0 or > 127 || note.Velocity is < 1 or > 127)
            {
                throw new ArgumentException(
                    $"Track {track.Id} has a note of key {note.Key} and velocity {note.Velocity}; 0 to 127 and 1 to 127 are allowed."
                );
            }
        }

        foreach (var control in track.Controls)
        {
            if (
                control.Controller is < 0 or > TimedControl.PitchBend
                || control.Time is not (>= 0 and <= LongestSeconds)
            )
            {
                throw new ArgumentException(
                    $"Track {track.Id} moves controller {control.Controller} at {control.Time} s; 0 to 128 and 0 to {LongestSeconds} s are allowed."
                );
            }
        }
    }
}

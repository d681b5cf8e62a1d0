using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Whether players strike their notes with different force.</summary>
public static class Liveliness
{
    /// <summary>Standard deviation of velocities inside a part that a played part has at least.</summary>
    public const double Aim = 4;

    private const int FewestNotes = 16;

    /// <summary>Mean over parts of the deviation of their velocities; NaN without a part of sixteen notes.</summary>
    public static double Spread(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        var spreads = song
            .Parts.Where(part => part.Notes.Length >= FewestNotes)
            .Select(part => Stat.Deviation([.. part.Notes.Select(note => (double)note.Velocity)]))
            .ToList();
        return spreads.Count == 0 ? double.NaN : spreads.Average();
    }
}
